package org.horarium.engine.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.horarium.engine.cells.PairRule;
import org.horarium.engine.explain.Impossibility.Family;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.model.TimePattern;

/** Two events with everything hard that ties them to each other. */
final class EventPair {
    final OpenEvent first;
    final OpenEvent second;
    /** What they share and can use one after the other only, with the family of its proofs. */
    final Map<Subject, Family> shared = new LinkedHashMap<>();

    private final List<Tie> ties = new ArrayList<>();

    EventPair(OpenEvent first, OpenEvent second) {
        this.first = first;
        this.second = second;
    }

    /** A rule that ties them; {@code swapped} when the rule lists the second event first. */
    private record Tie(Constraint constraint, boolean swapped) {}

    void tie(Constraint constraint, boolean swapped) {
        ties.add(new Tie(constraint, swapped));
    }

    /** Whether the two can be at these times, under all that ties them. */
    boolean allows(TimePattern one, TimePattern other) {
        return allows(one, other, !shared.isEmpty(), ties);
    }

    private boolean allows(TimePattern one, TimePattern other, boolean apart, List<Tie> rules) {
        if (apart && one.overlaps(other)) {
            return false;
        }
        for (Tie tie : rules) {
            TimePattern a = tie.swapped ? other : one;
            TimePattern b = tie.swapped ? one : other;
            if (tie.constraint instanceof MinDaysBetween between) {
                if (!PairRule.daysApart(between.days(), a, b)) {
                    return false;
                }
            } else if (tie.constraint instanceof Distribution distribution && !allows(distribution.rule(), a, b)) {
                return false;
            }
        }
        return true;
    }

    private boolean allows(DistributionRule rule, TimePattern a, TimePattern b) {
        boolean oneRoom = rule instanceof DistributionRule.SameRoom && first.inRoom && second.inRoom;
        return oneRoom ? !a.overlaps(b) : PairRule.allows(rule, a, b);
    }

    private boolean possible(boolean apart, List<Tie> rules) {
        if (!roomsPossible(rules)) {
            return false;
        }
        for (TimePattern one : first.times()) {
            for (TimePattern other : second.times()) {
                if (allows(one, other, apart, rules)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean roomsPossible(List<Tie> rules) {
        if (!first.inRoom || !second.inRoom) {
            return true;
        }
        boolean same = false;
        boolean different = false;
        for (Tie tie : rules) {
            if (tie.constraint instanceof Distribution distribution) {
                same |= distribution.rule() instanceof DistributionRule.SameRoom;
                different |= distribution.rule() instanceof DistributionRule.DifferentRoom;
            }
        }
        boolean common = !Collections.disjoint(first.rooms, second.rooms);
        boolean forcedSame = first.rooms.size() == 1 && first.rooms.equals(second.rooms);
        return !(same && (different || !common)) && !(different && forcedSame);
    }

    /** Whether there is no way at all. */
    boolean impossible() {
        return !possible(!shared.isEmpty(), ties);
    }

    /**
     * Of an impossible pair: whether sharing matters, and which rules; with any of it left out the pair is possible.
     *
     * @param sharing whether they must be apart for what they share
     * @param constraints the rules
     */
    record Core(boolean sharing, List<Constraint> constraints) {}

    Core core() {
        List<Tie> kept = new ArrayList<>(ties);
        boolean apart = !shared.isEmpty();
        if (apart && !possible(false, kept)) {
            apart = false;
        }
        for (Tie tie : ties) {
            List<Tie> less = new ArrayList<>(kept);
            less.remove(tie);
            if (!possible(apart, less)) {
                kept = less;
            }
        }
        return new Core(apart, kept.stream().map(Tie::constraint).toList());
    }

    /** The rules and shared things that tie them. */
    List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>(shared.keySet());
        ties.forEach(tie -> subjects.add(Situation.subject(tie.constraint)));
        return subjects;
    }
}
