package org.horarium.assessment.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Multi-pass list scheduling: a pass walks through time and starts whatever may start, by priorities; the next pass
 * changes the priorities of the best one a little. Complete plans with identities, in milliseconds each.
 *
 * <p>The idea of several passes with changing priorities for assessment centres is that of Zimmermann and Trautmann, "A
 * list-scheduling heuristic for the short-term planning of assessment centers", Journal of Scheduling 21, 2018.
 */
final class ListScheduler {
    private final CompiledCentre c;
    private final Random random;
    private final int[] assessorFlexibility;
    private final int[] roomFlexibility;

    ListScheduler(CompiledCentre c, long seed) {
        this.c = c;
        this.random = new Random(seed);
        this.assessorFlexibility = new int[c.assessors];
        this.roomFlexibility = new int[c.rooms];
        for (int a = 0; a < c.assessments.size(); a++) {
            c.centre.assessorsFor(c.assessments.get(a).id()).forEach(x -> assessorFlexibility[c.assessor(x)]++);
            for (int r : c.roomsOf(a)) {
                roomFlexibility[r]++;
            }
        }
    }

    /** What a pass is steered by. */
    private static final class Priorities {
        double[] person;
        int[] group;
        int[][] leader;
        int[] activityRoom;
        double groupFirst;
        double spareLeaders;

        Priorities(double[] person, int[] group, int[][] leader, int[] activityRoom) {
            this.person = person;
            this.group = group;
            this.leader = leader;
            this.activityRoom = activityRoom;
        }

        Priorities copy() {
            Priorities p = new Priorities(
                    person.clone(),
                    group.clone(),
                    Arrays.stream(leader).map(int[]::clone).toArray(int[][]::new),
                    activityRoom.clone());
            p.groupFirst = groupFirst;
            p.spareLeaders = spareLeaders;
            return p;
        }
    }

    /**
     * The best plan of many passes.
     *
     * @param bound stop when a plan ends here
     * @param most most passes
     * @param stop asked after each pass
     * @param first told of the first complete plan
     * @return null when no pass placed everything
     */
    @Nullable
    Draft run(int bound, int most, BooleanSupplier stop, Consumer<Draft> first) {
        Draft best = null;
        Priorities bestPriorities = null;
        int bestValue = Integer.MAX_VALUE;
        for (int passes = 0; passes < most; passes++) {
            Priorities priorities = bestPriorities == null || passes % 4 == 0 ? fresh() : changed(bestPriorities);
            if (priorities != null) {
                Draft draft = new Draft(c);
                int missing = new Pass(priorities, draft).run();
                int value = missing == 0 ? draft.end(c) : c.time.length() + missing;
                if (value <= bestValue) {
                    bestValue = value;
                    bestPriorities = priorities;
                    if (missing == 0 && best == null) {
                        first.accept(draft);
                    }
                    best = missing == 0 ? draft : best;
                }
            }
            if (bestValue <= bound || stop.getAsBoolean()) {
                break;
            }
        }
        return best;
    }

    private @Nullable Priorities fresh() {
        double[] person = random.doubles(c.people).toArray();
        int[] group = new int[c.people];
        Arrays.fill(group, -1);
        int[][] leader = new int[c.cohorts.size()][];
        for (Cohort cohort : c.cohorts) {
            int[] chosen = null;
            for (int attempt = 0; attempt < 20 && chosen == null; attempt++) {
                chosen = leaders(cohort);
                if (!new GroupMatching(c, cohort, chosen, random).assign(group)) {
                    chosen = null;
                }
            }
            if (chosen == null) {
                return null;
            }
            leader[cohort.index()] = chosen;
        }
        int[] activityRoom = new int[c.assessments.size()];
        for (int a = 0; a < activityRoom.length; a++) {
            int[] rooms = c.roomsOf(a);
            activityRoom[a] = rooms.length == 0 ? -1 : leastFlexible(rooms);
        }
        Priorities p = new Priorities(person, group, leader, activityRoom);
        p.groupFirst = random.nextInt(3) == 0 ? random.nextDouble() : 1;
        p.spareLeaders = random.nextInt(3);
        return p;
    }

    private int leastFlexible(int[] rooms) {
        int best = rooms[random.nextInt(rooms.length)];
        for (int r : rooms) {
            best = roomFlexibility[r] < roomFlexibility[best] ? r : best;
        }
        return best;
    }

    /** Leaders at random, those first who are wanted least elsewhere. */
    private int[] leaders(Cohort cohort) {
        boolean spare = random.nextInt(3) > 0;
        List<double[]> keyed = new ArrayList<>();
        for (int a : cohort.leaders()) {
            keyed.add(new double[] {
                (spare ? assessorFlexibility[a] : 0)
                        + 0.05 * c.assessorAway[a].cardinality()
                        + 1.5 * random.nextDouble(),
                a
            });
        }
        keyed.sort(Comparator.comparingDouble(k -> k[0]));
        return keyed.stream().limit(cohort.groups()).mapToInt(k -> (int) k[1]).toArray();
    }

    private Priorities changed(Priorities best) {
        Priorities p = best.copy();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            p.person[random.nextInt(c.people)] = random.nextDouble();
        }
        if (!c.cohorts.isEmpty()) {
            Cohort cohort = c.cohorts.get(random.nextInt(c.cohorts.size()));
            int x = cohort.members()[random.nextInt(cohort.members().length)];
            int y = cohort.members()[random.nextInt(cohort.members().length)];
            int[] leader = p.leader[cohort.index()];
            if (!c.noGo[x].get(leader[p.group[y]]) && !c.noGo[y].get(leader[p.group[x]])) {
                int g = p.group[x];
                p.group[x] = p.group[y];
                p.group[y] = g;
            }
        }
        if (random.nextInt(4) == 0) {
            p.spareLeaders = random.nextInt(3);
        }
        return p;
    }

    /** One walk through time. */
    private final class Pass {
        private final Priorities priorities;
        private final Draft draft;
        private final BitSet[] personTaken;
        private final BitSet[] assessorTaken;
        private final BitSet[] roomTaken;
        private final int[] open;
        private final int[] firstDone;
        private final double[] assessorKey = new double[c.assessors];
        private int missing;

        Pass(Priorities priorities, Draft draft) {
            this.priorities = priorities;
            this.draft = draft;
            this.personTaken =
                    Arrays.stream(c.personAway).map(b -> (BitSet) b.clone()).toArray(BitSet[]::new);
            this.assessorTaken =
                    Arrays.stream(c.assessorAway).map(b -> (BitSet) b.clone()).toArray(BitSet[]::new);
            this.roomTaken = new BitSet[c.rooms];
            Arrays.setAll(roomTaken, i -> new BitSet());
            this.open = new int[c.people];
            this.firstDone = new int[c.people];
            System.arraycopy(priorities.group, 0, draft.group, 0, c.people);
            for (int i = 0; i < priorities.leader.length; i++) {
                draft.leader[i] = priorities.leader[i].clone();
            }
        }

        /** Number of tasks that could not be placed. */
        int run() {
            for (int a = 0; a < c.assessors; a++) {
                assessorKey[a] = assessorFlexibility[a] + 0.5 * random.nextDouble();
            }
            for (Cohort cohort : c.cohorts) {
                for (int a : priorities.leader[cohort.index()]) {
                    assessorKey[a] += priorities.spareLeaders;
                }
            }
            List<Task> first = new ArrayList<>();
            List<Task> last = new ArrayList<>();
            for (Task t : c.tasks) {
                if (!t.ofGroup()) {
                    (t.order() == 1 ? first : last).add(t);
                    open[t.person()] += t.order() == 1 ? 1 : 0;
                }
            }
            missing = c.tasks.size();
            last.sort(Comparator.comparingDouble(t -> priorities.person[t.person()] - 0.1 * t.units()));
            for (int t = 0; t < c.time.length() && missing > 0; t++) {
                if (!c.time.fits(t, 1)) {
                    continue;
                }
                groups(t);
                last(last, t);
                first(first, t);
            }
            return missing;
        }

        private double key(Task t) {
            int p = t.person();
            double rank = c.cohortOf[p] < 0 ? 0 : priorities.group[p];
            return priorities.groupFirst * rank - 0.4 * open[p] + 0.3 * priorities.person[p] + 0.01 * t.rooms().length;
        }

        private void first(List<Task> tasks, int at) {
            tasks.sort(Comparator.comparingDouble(this::key));
            for (int i = 0; i < tasks.size(); i++) {
                Task t = tasks.get(i);
                if (placeAlone(t, at)) {
                    open[t.person()]--;
                    firstDone[t.person()] = Math.max(firstDone[t.person()], at + t.units());
                    tasks.remove(i--);
                }
            }
        }

        private void last(List<Task> tasks, int at) {
            for (int i = 0; i < tasks.size(); i++) {
                Task t = tasks.get(i);
                if (ready(t, at) && placeAlone(t, at)) {
                    tasks.remove(i--);
                }
            }
        }

        /** All of order 1 to 3 of the person has ended. */
        private boolean ready(Task t, int at) {
            int p = t.person();
            if (open[p] > 0 || firstDone[p] > at) {
                return false;
            }
            if (c.cohortOf[p] >= 0) {
                for (int a : c.cohorts.get(c.cohortOf[p]).stages()) {
                    Task stage = c.groupTasks(a).get(draft.group[p]);
                    if (draft.start[stage.id()] < 0 || draft.start[stage.id()] + stage.units() > at) {
                        return false;
                    }
                }
            }
            return true;
        }

        private boolean placeAlone(Task t, int at) {
            if (!c.time.fits(at, t.units()) || !CompiledCentre.free(personTaken[t.person()], at, t.units())) {
                return false;
            }
            int room = -1;
            for (int r : t.rooms()) {
                if (CompiledCentre.free(roomTaken[r], at, t.units())
                        && (room < 0 || roomFlexibility[r] < roomFlexibility[room])) {
                    room = r;
                }
            }
            if (room < 0 && t.rooms().length > 0) {
                return false;
            }
            int assessor = -1;
            if (t.led()) {
                assessor = draft.leader[t.cohort()][draft.group[t.person()]];
                assessor = CompiledCentre.free(assessorTaken[assessor], at, t.units()) ? assessor : -1;
            } else {
                for (int a : t.assessors()) {
                    if (CompiledCentre.free(assessorTaken[a], at, t.units())
                            && (assessor < 0 || assessorKey[a] < assessorKey[assessor])) {
                        assessor = a;
                    }
                }
            }
            if (assessor < 0) {
                return false;
            }
            assessorKey[assessor] += 0.01 * t.units();
            put(t, at, assessor, room, new int[] {t.person()});
            return true;
        }

        private void groups(int at) {
            for (Cohort cohort : c.cohorts) {
                boolean activitiesDone = true;
                for (int a : cohort.activities()) {
                    List<Task> tasks = c.groupTasks(a);
                    for (Task t : tasks) {
                        if (draft.start[t.id()] < 0 && c.time.fits(at, t.units())) {
                            placeGroups(cohort, List.of(t), at, new int[] {priorities.activityRoom[a]});
                        }
                        activitiesDone &= draft.start[t.id()] >= 0 && draft.start[t.id()] + t.units() <= at;
                    }
                }
                for (int a : cohort.cases()) {
                    List<Task> tasks = c.groupTasks(a);
                    if (activitiesDone
                            && draft.start[tasks.get(0).id()] < 0
                            && c.time.fits(at, tasks.get(0).units())) {
                        placeGroups(cohort, tasks, at, c.roomsOf(a));
                    }
                }
            }
        }

        /** Places all of these groups now, each in its own room, or none. */
        private void placeGroups(Cohort cohort, List<Task> tasks, int at, int[] rooms) {
            int units = tasks.get(0).units();
            int[] free = Arrays.stream(rooms)
                    .filter(r -> CompiledCentre.free(roomTaken[r], at, units))
                    .limit(tasks.size())
                    .toArray();
            if (free.length < tasks.size()) {
                return;
            }
            for (Task t : tasks) {
                if (!CompiledCentre.free(assessorTaken[draft.leader[cohort.index()][t.group()]], at, units)) {
                    return;
                }
                for (int p : cohort.members()) {
                    if (draft.group[p] == t.group()
                            && (open[p] > 0 || firstDone[p] > at || !CompiledCentre.free(personTaken[p], at, units))) {
                        return;
                    }
                }
            }
            for (int i = 0; i < tasks.size(); i++) {
                Task t = tasks.get(i);
                int[] members = Arrays.stream(cohort.members())
                        .filter(p -> draft.group[p] == t.group())
                        .toArray();
                put(t, at, draft.leader[cohort.index()][t.group()], free[i], members);
            }
        }

        private void put(Task t, int at, int assessor, int room, int[] members) {
            draft.start[t.id()] = at;
            draft.assessors[t.id()] = new int[] {assessor};
            draft.room[t.id()] = room;
            int from = Math.max(0, at - c.buffer);
            int to = at + t.units() + c.buffer;
            assessorTaken[assessor].set(from, to);
            if (room >= 0) {
                roomTaken[room].set(from, to);
            }
            for (int p : members) {
                personTaken[p].set(from, to);
            }
            missing--;
        }
    }
}
