package org.horarium.assessment.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.horarium.assessment.model.Assessment;
import org.horarium.assessment.model.AssessmentType;
import org.horarium.assessment.model.Assessor;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.NoGoPair;
import org.horarium.assessment.model.Participant;
import org.horarium.assessment.model.Room;

/**
 * A centre compiled once for the search: indexes instead of ids, units instead of times. It is made only of centres that
 * pass {@code StructureCheck}: every task has a candidate and every cohort a group.
 */
final class CompiledCentre {
    final Centre centre;
    final Timeline time;
    /** Units between two sessions. */
    final int buffer;

    final List<Assessment> assessments;
    final int people;
    final int assessors;
    final int rooms;
    /** Units in which a participant, or an assessor, is unavailable. */
    final BitSet[] personAway;

    final BitSet[] assessorAway;
    /** noGo[person] holds the assessors that never assess this person. */
    final BitSet[] noGo;

    final List<Cohort> cohorts = new ArrayList<>();
    /** Cohort of each person, or -1. */
    final int[] cohortOf;

    final List<Task> tasks = new ArrayList<>();
    /** Individual tasks of each person. */
    final List<List<Task>> tasksOf = new ArrayList<>();

    private final List<List<Task>> groupTasks = new ArrayList<>();
    /** True for assessors that are mapped to something. */
    final boolean[] used;

    private final Map<String, Integer> personIndex = new HashMap<>();
    private final Map<String, Integer> assessorIndex = new HashMap<>();
    private final Map<String, Integer> roomIndex = new HashMap<>();

    CompiledCentre(Centre centre) {
        this.centre = centre;
        this.time = new Timeline(centre);
        this.buffer = Timeline.units(centre.bufferMinutes());
        this.assessments = centre.assessments();
        this.people = centre.participants().size();
        this.assessors = centre.assessors().size();
        this.rooms = centre.rooms().size();
        centre.participants().forEach(p -> personIndex.put(p.id(), personIndex.size()));
        centre.assessors().forEach(a -> assessorIndex.put(a.id(), assessorIndex.size()));
        centre.rooms().forEach(r -> roomIndex.put(r.id(), roomIndex.size()));
        this.personAway = centre.participants().stream()
                .map(Participant::unavailable)
                .map(time::blocked)
                .toArray(BitSet[]::new);
        this.assessorAway = centre.assessors().stream()
                .map(Assessor::unavailable)
                .map(time::blocked)
                .toArray(BitSet[]::new);
        this.noGo = new BitSet[people];
        Arrays.setAll(noGo, i -> new BitSet());
        for (NoGoPair pair : centre.noGoPairs()) {
            noGo[person(pair.participant())].set(assessor(pair.assessor()));
        }
        this.used = new boolean[assessors];
        centre.assessorMapping().values().forEach(list -> list.forEach(a -> used[assessor(a)] = true));
        this.cohortOf = new int[people];
        Arrays.fill(cohortOf, -1);
        formCohorts();
        for (int p = 0; p < people; p++) {
            tasksOf.add(new ArrayList<>());
        }
        makeTasks();
        for (int a = 0; a < assessments.size(); a++) {
            int assessment = a;
            groupTasks.add(tasks.stream()
                    .filter(t -> t.ofGroup() && t.assessment() == assessment)
                    .toList());
        }
    }

    int person(String id) {
        return index(personIndex, id);
    }

    int assessor(String id) {
        return index(assessorIndex, id);
    }

    int room(String id) {
        return index(roomIndex, id);
    }

    private static int index(Map<String, Integer> map, String id) {
        Integer index = map.get(id);
        if (index == null) {
            throw new IllegalArgumentException("The id (" + id + ") is unknown.");
        }
        return index;
    }

    private void formCohorts() {
        Map<Set<String>, List<Integer>> sets = new LinkedHashMap<>();
        for (int a = 0; a < assessments.size(); a++) {
            if (assessments.get(a).type().isGroup()) {
                sets.computeIfAbsent(new TreeSet<>(assessments.get(a).participants()), k -> new ArrayList<>())
                        .add(a);
            }
        }
        sets.forEach((ids, stages) -> {
            List<Integer> questionnaires = new ArrayList<>();
            for (int a = 0; a < assessments.size(); a++) {
                if (assessments.get(a).type() == AssessmentType.QUESTIONNAIRE
                        && assessments.get(a).participants().stream().anyMatch(ids::contains)) {
                    questionnaires.add(a);
                }
            }
            Set<Integer> leaders = new TreeSet<>();
            mapped(stages.get(0)).forEach(leaders::add);
            List<Integer> all = new ArrayList<>(stages);
            all.addAll(questionnaires);
            all.forEach(a -> leaders.retainAll(new HashSet<>(mapped(a))));
            int groups = Math.min(leaders.size(), ids.size() / centre.minGroupSize());
            for (int a : stages) {
                if (type(a) == AssessmentType.BUSINESS_CASE) {
                    groups = Math.min(groups, roomsOf(a).length);
                }
            }
            int[] members = ids.stream().mapToInt(this::person).sorted().toArray();
            Cohort cohort = new Cohort(
                    cohorts.size(),
                    members,
                    ints(leaders),
                    groups,
                    ints(stages.stream()
                            .filter(a -> type(a) == AssessmentType.GROUP_ACTIVITY)
                            .toList()),
                    ints(stages.stream()
                            .filter(a -> type(a) == AssessmentType.BUSINESS_CASE)
                            .toList()),
                    ints(questionnaires));
            for (int p : members) {
                if (cohortOf[p] >= 0) {
                    throw new IllegalArgumentException(
                            "The participant ("
                                    + centre.participants().get(p).id()
                                    + ") is in group assessments with different people. Maybe one of them needs the same participants.");
                }
                cohortOf[p] = cohort.index();
            }
            cohorts.add(cohort);
        });
    }

    private void makeTasks() {
        for (int a = 0; a < assessments.size(); a++) {
            Assessment assessment = assessments.get(a);
            AssessmentType type = assessment.type();
            if (type.isGroup()) {
                Cohort cohort =
                        cohorts.get(cohortOf[person(assessment.participants().get(0))]);
                int units = Timeline.units(
                        type == AssessmentType.GROUP_ACTIVITY
                                ? centre.groupActivityMinutes()
                                : centre.activityMinutes());
                for (int g = 0; g < cohort.groups(); g++) {
                    tasks.add(new Task(
                            tasks.size(), a, type.order(), -1, cohort.index(), g, units, cohort.leaders(), roomsOf(a)));
                }
                continue;
            }
            for (String id : assessment.participants()) {
                int p = person(id);
                int percent = centre.participants().get(p).extraTimePercent();
                int units = Timeline.units((centre.activityMinutes() * (100 + percent) + 99) / 100);
                boolean led = type == AssessmentType.QUESTIONNAIRE && cohortOf[p] >= 0;
                int[] candidates = led
                        ? cohorts.get(cohortOf[p]).leaders()
                        : mapped(a).stream()
                                .mapToInt(i -> i)
                                .filter(x -> !noGo[p].get(x))
                                .toArray();
                Task task = new Task(
                        tasks.size(),
                        a,
                        type.order(),
                        p,
                        led ? cohortOf[p] : -1,
                        -1,
                        units,
                        candidates,
                        type.needsRoom() ? roomsOf(a) : new int[0]);
                tasks.add(task);
                tasksOf.get(p).add(task);
            }
        }
    }

    AssessmentType type(int assessment) {
        return assessments.get(assessment).type();
    }

    private List<Integer> mapped(int assessment) {
        return centre.assessorsFor(assessments.get(assessment).id()).stream()
                .map(this::assessor)
                .toList();
    }

    int[] roomsOf(int assessment) {
        return centre.roomsFor(assessments.get(assessment).id()).stream()
                .mapToInt(this::room)
                .toArray();
    }

    Room room(int index) {
        return centre.rooms().get(index);
    }

    /** Individual tasks of order 1 of a person. */
    List<Task> firstTasks(int person) {
        return tasksOf.get(person).stream().filter(t -> t.order() == 1).toList();
    }

    /** Tasks of the groups that do this assessment, by group; empty for individual ones. */
    List<Task> groupTasks(int assessment) {
        return groupTasks.get(assessment);
    }

    /** True when a session of a person may start here: hours, breaks and their availability. */
    boolean personFits(int person, int start, int units) {
        return time.fits(start, units) && free(personAway[person], start, units);
    }

    /** True when a business case of a cohort may start here: everyone is there, and enough leaders. */
    boolean caseFits(Cohort cohort, int start, int units) {
        if (!time.fits(start, units)) {
            return false;
        }
        for (int p : cohort.members()) {
            if (!free(personAway[p], start, units)) {
                return false;
            }
        }
        int there = 0;
        for (int a : cohort.leaders()) {
            there += free(assessorAway[a], start, units) ? 1 : 0;
        }
        return there >= cohort.groups();
    }

    /** True when none of the units is set. */
    static boolean free(BitSet away, int start, int units) {
        int next = away.nextSetBit(start);
        return next < 0 || next >= start + units;
    }

    private static int[] ints(Iterable<Integer> values) {
        List<Integer> list = new ArrayList<>();
        values.forEach(list::add);
        return list.stream().mapToInt(i -> i).toArray();
    }
}
