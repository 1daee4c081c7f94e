package org.horarium.assessment.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.horarium.assessment.model.Plan;
import org.horarium.assessment.model.Session;

/** A complete plan in indexes: when, who and where for each task, and the group of each person. */
final class Draft {
    /** Start of each task in units; -1 while it has none. */
    final int[] start;
    /** Assessors of each task, the leading one first. */
    final int[][] assessors;
    /** Room of each task; -1 for none. */
    final int[] room;
    /** Group of each person within their cohort; -1 for people without. */
    final int[] group;
    /** leader[cohort][group] is an assessor. */
    final int[][] leader;

    Draft(CompiledCentre c) {
        start = new int[c.tasks.size()];
        Arrays.fill(start, -1);
        assessors = new int[c.tasks.size()][0];
        room = new int[c.tasks.size()];
        Arrays.fill(room, -1);
        group = new int[c.people];
        Arrays.fill(group, -1);
        leader = new int[c.cohorts.size()][];
        for (Cohort cohort : c.cohorts) {
            leader[cohort.index()] = new int[cohort.groups()];
        }
    }

    Draft(Draft other) {
        start = other.start.clone();
        assessors = Arrays.stream(other.assessors).map(int[]::clone).toArray(int[][]::new);
        room = other.room.clone();
        group = other.group.clone();
        leader = Arrays.stream(other.leader).map(int[]::clone).toArray(int[][]::new);
    }

    /** The first unit after the last session. */
    int end(CompiledCentre c) {
        int end = 0;
        for (Task t : c.tasks) {
            end = Math.max(end, start[t.id()] + t.units());
        }
        return end;
    }

    /** Group of a task: its own, or that of its person. */
    int groupOf(Task t) {
        return t.ofGroup() ? t.group() : group[t.person()];
    }

    /** Assessed units of each assessor. */
    int[] loads(CompiledCentre c) {
        int[] loads = new int[c.assessors];
        for (Task t : c.tasks) {
            for (int a : assessors[t.id()]) {
                loads[a] += t.units();
            }
        }
        return loads;
    }

    /** Largest minus smallest load of the assessors that are mapped to something. */
    int spread(CompiledCentre c) {
        int[] loads = loads(c);
        int most = Integer.MIN_VALUE;
        int least = Integer.MAX_VALUE;
        for (int a = 0; a < loads.length; a++) {
            if (c.used[a]) {
                most = Math.max(most, loads[a]);
                least = Math.min(least, loads[a]);
            }
        }
        return most < least ? 0 : most - least;
    }

    /** Idle working units inside the span of each used room, summed. */
    int idle(CompiledCentre c) {
        int[] first = new int[c.rooms];
        int[] last = new int[c.rooms];
        int[] busy = new int[c.rooms];
        Arrays.fill(first, Integer.MAX_VALUE);
        for (Task t : c.tasks) {
            int r = room[t.id()];
            if (r >= 0) {
                first[r] = Math.min(first[r], start[t.id()]);
                last[r] = Math.max(last[r], start[t.id()] + t.units());
                busy[r] += t.units();
            }
        }
        int idle = 0;
        for (int r = 0; r < c.rooms; r++) {
            if (busy[r] > 0) {
                idle += c.time.workingBefore(last[r]) - c.time.workingBefore(first[r]) - busy[r];
            }
        }
        return idle;
    }

    /** The plan with ids and clock times. Groups are numbered through all cohorts in the order of their first session. */
    Plan toPlan(CompiledCentre c) {
        List<int[]> order = new ArrayList<>();
        for (Task t : c.tasks) {
            if (t.ofGroup() && order.stream().noneMatch(o -> o[0] == t.cohort() && o[1] == t.group())) {
                order.add(new int[] {t.cohort(), t.group(), firstStart(c, t.cohort(), t.group())});
            }
        }
        order.sort((x, y) -> x[2] != y[2]
                ? Integer.compare(x[2], y[2])
                : x[0] != y[0] ? Integer.compare(x[0], y[0]) : Integer.compare(x[1], y[1]));
        List<Session> sessions = new ArrayList<>();
        for (Task t : c.tasks) {
            List<String> who = new ArrayList<>();
            String name = null;
            if (t.ofGroup()) {
                for (int p : c.cohorts.get(t.cohort()).members()) {
                    if (group[p] == t.group()) {
                        who.add(c.centre.participants().get(p).id());
                    }
                }
                for (int i = 0; i < order.size(); i++) {
                    if (order.get(i)[0] == t.cohort() && order.get(i)[1] == t.group()) {
                        name = "group_" + (i + 1);
                    }
                }
            } else {
                who.add(c.centre.participants().get(t.person()).id());
            }
            sessions.add(new Session(
                    c.assessments.get(t.assessment()).id(),
                    name,
                    who,
                    Arrays.stream(assessors[t.id()])
                            .mapToObj(a -> c.centre.assessors().get(a).id())
                            .toList(),
                    room[t.id()] < 0 ? null : c.room(room[t.id()]).id(),
                    c.time.at(start[t.id()]),
                    c.time.endAt(start[t.id()] + t.units())));
        }
        return new Plan(sessions);
    }

    private int firstStart(CompiledCentre c, int cohort, int g) {
        return c.tasks.stream()
                .filter(t -> t.cohort() == cohort && t.group() == g)
                .mapToInt(t -> start[t.id()])
                .min()
                .orElse(0);
    }
}
