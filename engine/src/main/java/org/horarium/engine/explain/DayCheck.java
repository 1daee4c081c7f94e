package org.horarium.engine.explain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.horarium.engine.explain.Impossibility.Family;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.model.WorkingDays;
import org.horarium.engine.text.RuleWords;
import org.horarium.engine.text.Words;

/** Sessions against the days they may be on: distances, different days, few days, many days. */
final class DayCheck {
    private final Situation situation;
    private final Report report;

    DayCheck(Situation situation, Report report) {
        this.situation = situation;
        this.report = report;
    }

    void run() {
        for (MinDaysBetween rule : situation.hard(MinDaysBetween.class)) {
            for (List<OpenEvent> events : together(situation.openOf(rule.events()))) {
                distance(rule, events, rule.days());
            }
        }
        for (WorkingDays rule : situation.hard(WorkingDays.class)) {
            workingDays(rule);
        }
        for (Distribution rule : situation.hard(Distribution.class)) {
            if (rule.rule() instanceof DistributionRule.DifferentDays) {
                differentDays(rule);
            } else if (rule.rule() instanceof DistributionRule.MaxDays max) {
                maxDays(rule, max.days());
            }
        }
    }

    /** For each kind of week the events that certainly meet in it, where there are two or more; each set once. */
    private List<List<OpenEvent>> together(List<OpenEvent> events) {
        List<List<OpenEvent>> sets = new ArrayList<>();
        for (int kind = 0; kind < situation.cells.kinds(); kind++) {
            long weeks = situation.cells.weeks(kind);
            List<OpenEvent> set = events.stream()
                    .filter(event -> !event.times().isEmpty()
                            && event.times().stream().allMatch(time -> (time.weeks() & weeks) == weeks))
                    .toList();
            if (set.size() > 1 && !sets.contains(set)) {
                sets.add(set);
            }
        }
        return sets;
    }

    private void distance(Constraint rule, List<OpenEvent> events, int apart) {
        List<Integer> days = events.stream().map(DayCheck::firstDays).toList();
        int union = days.stream().reduce(0, (a, b) -> a | b);
        int last = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(union);
        int span = last - Integer.numberOfTrailingZeros(union);
        boolean tooMany = (long) (events.size() - 1) * apart > span;
        if (tooMany || (events.size() <= DaySpacing.MOST && !DaySpacing.possible(days, apart))) {
            List<OpenEvent> culprits = tooMany ? events : fewest(events, apart);
            int most = most(culprits, apart);
            report(
                    rule,
                    culprits,
                    culprits.size(),
                    most,
                    "sessions",
                    "%s must be at least %s from each other; on the days they can have (%s) at most %d of the %d fit."
                            .formatted(
                                    Phrases.events(culprits),
                                    Words.count(apart, "day"),
                                    situation.words.days(union(culprits)),
                                    most,
                                    culprits.size()));
        }
    }

    /** Leaves out events one by one as long as the rest does not fit either. */
    private static List<OpenEvent> fewest(List<OpenEvent> events, int apart) {
        List<OpenEvent> kept = new ArrayList<>(events);
        for (OpenEvent event : events) {
            List<OpenEvent> less = new ArrayList<>(kept);
            less.remove(event);
            if (less.size() > 1
                    && !DaySpacing.possible(
                            less.stream().map(DayCheck::firstDays).toList(), apart)) {
                kept = less;
            }
        }
        return kept;
    }

    /** An upper bound on how many of the events fit: one less than all, and as many as the days have room for. */
    private static int most(List<OpenEvent> events, int apart) {
        int union = 0;
        for (OpenEvent event : events) {
            union |= firstDays(event);
        }
        int fit = 0;
        int next = 0;
        for (int day = 0; day < Integer.SIZE - 1; day++) {
            if (day >= next && (union >>> day & 1) != 0) {
                fit++;
                next = day + apart;
            }
        }
        return Math.min(fit, events.size() - 1);
    }

    private static int firstDays(OpenEvent event) {
        int mask = 0;
        for (TimePattern time : event.times()) {
            mask |= Integer.lowestOneBit(time.days());
        }
        return mask;
    }

    private static int union(List<OpenEvent> events) {
        int mask = 0;
        for (OpenEvent event : events) {
            for (TimePattern time : event.times()) {
                mask |= time.days();
            }
        }
        return mask;
    }

    private void workingDays(WorkingDays rule) {
        List<OpenEvent> events = situation.openOf(rule.events());
        if (events.size() < rule.events().size()) {
            return;
        }
        int union = union(events);
        int most = Integer.bitCount(union);
        int byEvents = 0;
        boolean single = true;
        List<BitSet> choices = new ArrayList<>();
        for (OpenEvent event : events) {
            int widest = 0;
            for (TimePattern time : event.times()) {
                widest = Math.max(widest, Integer.bitCount(time.days()));
            }
            single &= widest == 1;
            byEvents += widest;
            choices.add(BitSet.valueOf(new long[] {union(List.of(event))}));
        }
        most = Math.min(most, byEvents);
        if (single) {
            most = Math.min(most, Matching.size(choices));
        }
        if (most < rule.days()) {
            report(
                    rule,
                    events,
                    rule.days(),
                    most,
                    "days",
                    "%s must be on at least %s; with %s and the days %s they can be on %d at most."
                            .formatted(
                                    Phrases.events(events),
                                    Words.count(rule.days(), "different day"),
                                    Words.count(events.size(), "session"),
                                    situation.words.days(union),
                                    most));
        }
    }

    private void differentDays(Distribution rule) {
        List<OpenEvent> events = situation.openOf(rule.events());
        List<Supply.Demand> demands = events.stream()
                .map(event -> new Supply.Demand(
                        event.times().stream()
                                .mapToInt(time -> Integer.bitCount(time.days()))
                                .min()
                                .orElse(0),
                        1,
                        BitSet.valueOf(new long[] {union(List.of(event))})))
                .toList();
        Supply.Shortage shortage = Supply.shortage(demands, day -> 1);
        if (shortage != null) {
            List<OpenEvent> culprits =
                    shortage.demands().stream().map(events::get).toList();
            report(
                    rule,
                    culprits,
                    shortage.needed(),
                    shortage.available(),
                    "days",
                    "%s need %s, and they can only be on %s."
                            .formatted(
                                    Phrases.events(culprits),
                                    Words.count(shortage.needed(), "different day"),
                                    situation.words.days(union(culprits))));
        }
    }

    /** Few days allowed, where other rules ask for many. */
    private void maxDays(Distribution rule, int days) {
        List<OpenEvent> events = situation.openOf(rule.events());
        for (OpenEvent event : events) {
            int least = event.times().stream()
                    .mapToInt(time -> Integer.bitCount(time.days()))
                    .min()
                    .orElse(0);
            if (least > days) {
                report(
                        rule,
                        List.of(event),
                        least,
                        days,
                        "days",
                        "%s meets on %s, at most %d are allowed."
                                .formatted(Words.name(event.event), Words.count(least, "day"), days));
            }
        }
        for (Distribution other : situation.hard(Distribution.class)) {
            if (other.rule() instanceof DistributionRule.DifferentDays) {
                spread(rule, days, other, common(events, other.events()));
            }
        }
        for (MinDaysBetween other : situation.hard(MinDaysBetween.class)) {
            for (List<OpenEvent> set : together(common(events, other.events()))) {
                spread(rule, days, other, set);
            }
        }
    }

    private void spread(Distribution rule, int days, Constraint other, List<OpenEvent> events) {
        if (events.size() > days) {
            List<Subject> subjects = List.of(Situation.subject(rule), Situation.subject(other));
            report.add(
                    Family.CONTRADICTION,
                    Situation.with(subjects, events),
                    events.size(),
                    days,
                    "days",
                    "%s need %d different days by the rule “%s”, but may have %s by another."
                            .formatted(
                                    Phrases.events(events),
                                    events.size(),
                                    RuleWords.of(other),
                                    Words.count(days, "day")),
                    "Relax one of the two rules.");
        }
    }

    private static List<OpenEvent> common(List<OpenEvent> events, List<String> ids) {
        return events.stream().filter(event -> ids.contains(event.id())).toList();
    }

    private void report(
            Constraint rule, List<OpenEvent> events, long needed, long available, String unit, String message) {
        List<Subject> subjects = new ArrayList<>(Situation.with(List.of(Situation.subject(rule)), events));
        events.stream().filter(event -> event.pin != null).forEach(event -> subjects.add(Situation.pinSubject(event)));
        report.add(
                Family.DAYS,
                subjects,
                needed,
                available,
                unit,
                message,
                "Relax the rule “%s”.".formatted(RuleWords.of(rule)),
                "Give these events possible times on more days.");
    }
}
