package org.horarium.engine.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.horarium.engine.cells.PairRule;
import org.horarium.engine.explain.Impossibility.Family;
import org.horarium.engine.explain.Subject.Kind;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.text.Words;

/**
 * Each two events that share something or are tied by rules: is there a pair of times (and rooms) at all? And what an
 * event whose time is settled takes away from the others.
 */
final class PairCheck {
    private final Situation situation;
    private final Report report;
    private final Map<OpenEvent, Integer> order = new HashMap<>();
    private final Map<Long, EventPair> pairs = new LinkedHashMap<>();

    PairCheck(Situation situation, Report report) {
        this.situation = situation;
        this.report = report;
        situation.open().forEach(event -> order.put(event, order.size()));
    }

    /** Gathers the pairs; {@code exclusive} is what can be used by one event at a time. */
    void gather(List<Exclusive> exclusive) {
        for (Exclusive one : exclusive) {
            for (int i = 0; i < one.events().size(); i++) {
                for (int j = i + 1; j < one.events().size(); j++) {
                    pair(one.events().get(i), one.events().get(j)).shared.put(one.owner(), one.family());
                }
            }
        }
        situation.hard(MinDaysBetween.class).forEach(rule -> tie(rule, rule.events()));
        for (Distribution rule : situation.hard(Distribution.class)) {
            if (PairRule.aboutTimes(rule.rule())
                            && !(rule.rule() instanceof DistributionRule.NotOverlap)
                            && !(rule.rule() instanceof DistributionRule.SameAttendees)
                    || rule.rule() instanceof DistributionRule.SameRoom
                    || rule.rule() instanceof DistributionRule.DifferentRoom) {
                tie(rule, rule.events());
            }
        }
    }

    private void tie(Constraint rule, List<String> ids) {
        List<OpenEvent> events = situation.openOf(ids);
        for (int i = 0; i < events.size(); i++) {
            for (int j = i + 1; j < events.size(); j++) {
                EventPair pair = pair(events.get(i), events.get(j));
                pair.tie(rule, pair.first != events.get(i));
            }
        }
    }

    private EventPair pair(OpenEvent a, OpenEvent b) {
        long i = order.getOrDefault(a, 0);
        long j = order.getOrDefault(b, 0);
        return pairs.computeIfAbsent(
                Math.min(i, j) << 32 | Math.max(i, j), key -> i < j ? new EventPair(a, b) : new EventPair(b, a));
    }

    /** Reports pairs for which there is no way. */
    void run() {
        for (EventPair pair : pairs.values()) {
            if (!pair.first.conceded() && !pair.second.conceded() && pair.impossible()) {
                report(pair);
                pair.second.concede();
            }
        }
    }

    /**
     * Where the time of one of a pair is settled, takes from the other what does not go with it.
     *
     * @return whether anything was taken
     */
    boolean settle() {
        boolean changed = false;
        for (EventPair pair : pairs.values()) {
            if (!pair.first.conceded() && !pair.second.conceded()) {
                if (pair.first.times().size() == 1) {
                    var time = pair.first.times().get(0);
                    changed |= pair.second.exclude(other -> !pair.allows(time, other), cause(pair, pair.first));
                } else if (pair.second.times().size() == 1) {
                    var time = pair.second.times().get(0);
                    changed |= pair.first.exclude(other -> !pair.allows(other, time), cause(pair, pair.second));
                }
            }
        }
        return changed;
    }

    private static Cause cause(EventPair pair, OpenEvent settled) {
        List<Subject> subjects = new ArrayList<>();
        String name = Words.name(settled.event);
        if (settled.timePinned()) {
            subjects.add(Situation.pinSubject(settled));
        }
        subjects.add(Situation.subject(settled));
        subjects.addAll(pair.subjects());
        return new Cause(
                subjects,
                "%s, which is %s, is in the way (%s)"
                        .formatted(
                                name,
                                settled.timePinned() ? "fixed" : "possible at one time only",
                                Phrases.subjects(pair.subjects())),
                settled.timePinned()
                        ? "Remove or move the pin of %s.".formatted(name)
                        : "Give %s more possible times.".formatted(name));
    }

    private void report(EventPair pair) {
        EventPair.Core core = pair.core();
        List<Subject> subjects = new ArrayList<>();
        if (core.sharing()) {
            subjects.addAll(pair.shared.keySet());
        }
        core.constraints().forEach(constraint -> subjects.add(Situation.subject(constraint)));
        List<Subject> reasons = List.copyOf(subjects);
        List<String> advice = new ArrayList<>();
        for (OpenEvent event : List.of(pair.first, pair.second)) {
            subjects.add(Situation.subject(event));
            if (event.pin != null) {
                subjects.add(Situation.pinSubject(event));
                advice.add("Remove or move the pin of %s.".formatted(Words.name(event.event)));
            }
        }
        reasons.stream()
                .filter(reason -> reason.kind() == Kind.CONSTRAINT)
                .forEach(reason -> advice.add("Relax the rule “%s”.".formatted(reason.name())));
        advice.add("Give one of the two more possible times.");
        report.add(
                family(pair, core),
                subjects,
                2,
                1,
                "events",
                "%s and %s cannot both be placed: no possible times of theirs go together (%s)."
                        .formatted(Words.name(pair.first.event), Words.name(pair.second.event), say(core, reasons)),
                advice.toArray(String[]::new));
    }

    private static String say(EventPair.Core core, List<Subject> reasons) {
        List<String> parts = reasons.stream()
                .map(reason -> switch (reason.kind()) {
                    case CONSTRAINT -> "“%s”".formatted(reason.name());
                    case GROUP -> "both for group " + reason.name();
                    case ROOM -> "both in room " + reason.name();
                    default -> "both with " + reason.name();
                })
                .toList();
        return Phrases.some(parts) + (core.constraints().size() > 1 ? " together" : "");
    }

    private static Family family(EventPair pair, EventPair.Core core) {
        if (core.constraints().isEmpty()) {
            return pair.shared.values().iterator().next();
        } else if (core.constraints().size() == 1 && !core.sharing()) {
            Constraint only = core.constraints().get(0);
            if (only instanceof MinDaysBetween) {
                return Family.DAYS;
            } else if (only instanceof Distribution distribution
                    && distribution.rule() instanceof DistributionRule.Precedence) {
                return Family.ORDER;
            }
        }
        return Family.CONTRADICTION;
    }
}
