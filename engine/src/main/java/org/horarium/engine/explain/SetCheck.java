package org.horarium.engine.explain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.horarium.engine.explain.Impossibility.Family;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.text.RuleWords;
import org.horarium.engine.text.Words;

/** Distribution rules over a whole set: a common start, different times of day, different weeks, a load per day. */
final class SetCheck {
    private final Situation situation;
    private final Report report;

    SetCheck(Situation situation, Report report) {
        this.situation = situation;
        this.report = report;
    }

    void run() {
        for (Distribution rule : situation.hard(Distribution.class)) {
            List<OpenEvent> events = situation.openOf(rule.events());
            if (rule.rule() instanceof DistributionRule.SameStart) {
                sameStart(rule, events);
            } else if (rule.rule() instanceof DistributionRule.DifferentTime) {
                apart(rule, events, "slots of the day", TimePattern::length, time -> {
                    BitSet slots = new BitSet();
                    slots.set(time.start(), time.end());
                    return slots;
                });
            } else if (rule.rule() instanceof DistributionRule.DifferentWeeks) {
                apart(
                        rule,
                        events,
                        "weeks",
                        time -> Long.bitCount(time.weeks()),
                        time -> BitSet.valueOf(new long[] {time.weeks()}));
            } else if (rule.rule() instanceof DistributionRule.MaxDayLoad max) {
                dayLoad(rule, events, max.slots());
            }
        }
    }

    private void sameStart(Distribution rule, List<OpenEvent> events) {
        if (events.size() < 2) {
            return;
        }
        BitSet common = starts(events.get(0));
        events.forEach(event -> common.and(starts(event)));
        if (common.isEmpty()) {
            report(
                    rule,
                    events,
                    1,
                    0,
                    "first slots",
                    "%s must begin in the same slot, but have no possible first slot in common."
                            .formatted(Phrases.events(events)));
        }
    }

    private static BitSet starts(OpenEvent event) {
        BitSet starts = new BitSet();
        event.times().forEach(time -> starts.set(time.start()));
        return starts;
    }

    private void apart(
            Distribution rule,
            List<OpenEvent> events,
            String unit,
            ToIntFunction<TimePattern> size,
            Function<TimePattern, BitSet> places) {
        List<Supply.Demand> demands = new ArrayList<>();
        for (OpenEvent event : events) {
            BitSet union = new BitSet();
            event.times().forEach(time -> union.or(places.apply(time)));
            demands.add(new Supply.Demand(
                    event.times().stream().mapToInt(size).min().orElse(0), 1, union));
        }
        Supply.Shortage shortage = Supply.shortage(demands, place -> 1);
        if (shortage != null) {
            List<OpenEvent> culprits =
                    shortage.demands().stream().map(events::get).toList();
            report(
                    rule,
                    culprits,
                    shortage.needed(),
                    shortage.available(),
                    unit,
                    "%s must all have different times (“%s”): they need %d %s, and there are %d."
                            .formatted(
                                    Phrases.events(culprits),
                                    RuleWords.of(rule),
                                    shortage.needed(),
                                    unit,
                                    shortage.available()));
        }
    }

    private void dayLoad(Distribution rule, List<OpenEvent> events, int slots) {
        for (int kind = 0; kind < situation.cells.kinds(); kind++) {
            int week = kind;
            long needed = 0;
            int days = 0;
            for (OpenEvent event : events) {
                needed += event.times().stream()
                        .mapToInt(time ->
                                situation.cells.meets(time, week) ? time.length() * Integer.bitCount(time.days()) : 0)
                        .min()
                        .orElse(0);
                for (TimePattern time : event.times()) {
                    days |= situation.cells.meets(time, week) ? time.days() : 0;
                }
            }
            long available = (long) slots * Integer.bitCount(days);
            if (needed > available) {
                report(
                        rule,
                        events,
                        needed,
                        available,
                        "slots",
                        "%s have %s in a week, but may have %s on %s."
                                .formatted(
                                        Phrases.events(events),
                                        Words.count(needed, "slot"),
                                        RuleWords.of(rule),
                                        Words.count(Integer.bitCount(days), "day")));
                return;
            }
        }
    }

    private void report(
            Distribution rule, List<OpenEvent> events, long needed, long available, String unit, String message) {
        report.add(
                Family.CONTRADICTION,
                Situation.with(List.of(Situation.subject(rule)), events),
                needed,
                available,
                unit,
                message,
                "Relax the rule “%s”.".formatted(RuleWords.of(rule)),
                "Give these events more possible times.");
    }
}
