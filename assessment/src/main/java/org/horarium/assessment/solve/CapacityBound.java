package org.horarium.assessment.solve;

import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * How early the last session can end at all, by counting what each set of resources can hold, breaks considered. Takes
 * no search; where a plan ends there, it is optimal.
 */
final class CapacityBound {
    private final CompiledCentre c;
    private final List<BitSet> assessorSets;
    private final List<BitSet> roomSets;

    CapacityBound(CompiledCentre c) {
        this.c = c;
        this.assessorSets = ResourceSets.ofAssessors(c);
        this.roomSets = ResourceSets.ofRooms(c);
    }

    /** A unit that the end of no plan comes before; above the timeline's length when there is no plan. */
    int end() {
        int end = allFit(t -> true);
        for (Cohort cohort : c.cohorts) {
            end = Math.max(end, cohortEnd(cohort));
        }
        for (int p = 0; p < c.people; p++) {
            if (c.cohortOf[p] < 0) {
                end = Math.max(end, chain(0, p, 4));
            }
        }
        return end;
    }

    /** The end of the cohort's last session: see the class comment of {@link FlowBound} for the same in full. */
    private int cohortEnd(Cohort cohort) {
        BitSet members = ResourceSets.bits(cohort.members());
        int first = Integer.MAX_VALUE;
        for (int p : cohort.members()) {
            first = Math.min(first, chain(0, p, 1));
        }
        int at = first == 0 ? 0 : first + c.buffer;
        int activityUnits = units(cohort.activities());
        int caseUnits = units(cohort.cases());
        if (cohort.activities().length > 0) {
            // Before the last group starts, everybody has ended order 1 and the other groups have ended.
            int before = allFit(t -> t.order() == 1 && members.get(t.person())
                    || t.ofGroup() && t.assessment() == cohort.activities()[0] && t.group() < cohort.groups() - 1);
            int lastStart =
                    Math.max(before == 0 ? 0 : before + c.buffer, startOfLast(at, cohort.groups(), activityUnits));
            at = c.time.chainEnd(lastStart, 1, activityUnits, c.buffer) + c.buffer;
        } else {
            int before = allFit(t -> t.order() == 1 && members.get(t.person()));
            at = Math.max(at, before == 0 ? 0 : before + c.buffer);
        }
        if (cohort.cases().length > 0) {
            while (at < c.time.length() && !c.caseFits(cohort, at, caseUnits)) {
                at++;
            }
            at = c.time.chainEnd(at, cohort.cases().length, caseUnits, c.buffer) + c.buffer;
        }
        int count = questionnairesOfOneGroup(cohort);
        int units = Timeline.units(c.centre.activityMinutes());
        return count == 0 ? at - c.buffer : c.time.chainEnd(at, count, units, c.buffer);
    }

    private int startOfLast(int from, int groups, int units) {
        int end = c.time.chainEnd(from, groups, units, c.buffer);
        return end > c.time.length() ? end : end - units;
    }

    /** Questionnaires that one leader has at least: of the largest group after a common start, else of the last. */
    private int questionnairesOfOneGroup(Cohort cohort) {
        int sum = 0;
        for (Task t : c.tasks) {
            sum += t.led() && !t.ofGroup() && t.cohort() == cohort.index() ? 1 : 0;
        }
        if (cohort.cases().length > 0) {
            return (sum + cohort.groups() - 1) / cohort.groups();
        }
        int others = cohort.members().length - cohort.sizes()[0];
        return Math.max(0, sum - others * cohort.questionnaires().length);
    }

    private int units(int[] assessments) {
        return assessments.length == 0 ? 0 : c.groupTasks(assessments[0]).get(0).units();
    }

    /** End of a person's individual tasks up to an order, one after another. */
    private int chain(int from, int person, int upToOrder) {
        int end = from;
        for (Task t : c.tasksOf.get(person)) {
            if (t.order() <= upToOrder) {
                end = c.time.chainEnd(end == 0 ? 0 : end + c.buffer, 1, t.units(), c.buffer);
            }
        }
        return end;
    }

    /** The first unit before which all chosen tasks can have ended, as far as every set of resources can tell. */
    private int allFit(Predicate<Task> chosen) {
        int end = 0;
        for (BitSet set : assessorSets) {
            end = Math.max(end, fit(t -> chosen.test(t) && ResourceSets.confined(t.assessors(), set), set));
        }
        for (BitSet set : roomSets) {
            end = Math.max(end, fit(t -> chosen.test(t) && ResourceSets.confined(t.rooms(), set), set));
        }
        return end;
    }

    private int fit(Predicate<Task> chosen, BitSet set) {
        int count = 0;
        int sum = 0;
        int shortest = Integer.MAX_VALUE;
        for (Task t : c.tasks) {
            if (chosen.test(t)) {
                count++;
                sum += t.units() + c.buffer;
                shortest = Math.min(shortest, t.units());
            }
        }
        if (count == 0) {
            return 0;
        }
        int size = set.cardinality();
        for (int end = 1; end <= c.time.length(); end++) {
            if (c.time.capacity(end, shortest, c.buffer) * size >= count && room(end) * size >= sum) {
                return end;
            }
        }
        return c.time.length() + 1;
    }

    /** Units with trailing buffers that one resource has before a unit. */
    private int room(int end) {
        int sum = 0;
        for (Timeline.Segment s : c.time.segments()) {
            sum += end > s.from() ? Math.min(end, s.to()) - s.from() + c.buffer : 0;
        }
        return sum;
    }
}
