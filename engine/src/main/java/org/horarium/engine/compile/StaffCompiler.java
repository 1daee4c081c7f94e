package org.horarium.engine.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.Pin;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.SameStaff;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.StaffNeed;
import org.horarium.engine.model.Strength;

/**
 * Makes {@link StaffTable}. Needs under one hard {@link SameStaff} become one decision, whose candidates are those that
 * every one of its events allows. Where too few are left the needs stay apart and the constraint is counted like any
 * other, so that the search can say which events do not get along.
 */
final class StaffCompiler {
    private final Problem problem;
    private final Numbers numbers;
    private final List<Need> needs = new ArrayList<>();
    private final List<Map<String, Integer>> needOfRole = new ArrayList<>();

    /** A role of an event (by index in its list): what it allows (person to cost) and who is pinned. */
    private record Need(int event, int index, int count, Map<Integer, Long> allowed, Set<Integer> pinned) {}

    StaffCompiler(Problem problem, Numbers numbers) {
        this.problem = problem;
        this.numbers = numbers;
    }

    StaffTable compile() {
        collectNeeds();
        int[] leader = new int[needs.size()];
        for (int i = 0; i < leader.length; i++) {
            leader[i] = i;
        }
        for (Constraint constraint : problem.constraints()) {
            if (constraint instanceof SameStaff same && same.strength() instanceof Strength.Hard) {
                merge(leader, same);
            }
        }
        Map<Integer, List<Integer>> merged = new TreeMap<>();
        for (int i = 0; i < leader.length; i++) {
            merged.computeIfAbsent(find(leader, i), key -> new ArrayList<>()).add(i);
        }
        List<List<Need>> decisions = new ArrayList<>();
        for (List<Integer> members : merged.values()) {
            List<Need> group = members.stream().map(needs::get).toList();
            if (canShare(group)) {
                decisions.add(group);
            } else {
                group.forEach(need -> decisions.add(List.of(need)));
            }
        }
        return build(decisions);
    }

    private void collectNeeds() {
        for (int e = 0; e < problem.events().size(); e++) {
            Event event = problem.events().get(e);
            Pin pin = numbers.pin(event);
            Map<String, Integer> roles = new HashMap<>();
            for (int index = 0; index < event.staff().size(); index++) {
                StaffNeed need = event.staff().get(index);
                Map<Integer, Long> allowed = new LinkedHashMap<>();
                for (PersonOption option : need.candidates()) {
                    allowed.put(
                            numbers.person(option.person()),
                            (long) option.penalty() * problem.weights().staff());
                }
                Set<Integer> pinned = new LinkedHashSet<>();
                if (pin != null) {
                    for (StaffAssignment assignment : pin.staff()) {
                        if (assignment.role().equals(need.role())) {
                            pinned.add(numbers.person(assignment.person()));
                        }
                    }
                }
                roles.put(need.role(), needs.size());
                needs.add(new Need(e, index, need.count(), allowed, pinned));
            }
            needOfRole.add(roles);
        }
    }

    private void merge(int[] leader, SameStaff same) {
        int first = -1;
        for (int event : numbers.events(same.events())) {
            Integer need = needOfRole.get(event).get(same.role());
            if (need == null) {
                continue;
            }
            if (first >= 0) {
                leader[find(leader, need)] = find(leader, first);
            } else {
                first = need;
            }
        }
    }

    private static int find(int[] leader, int i) {
        int at = i;
        while (leader[at] != at) {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        return at;
    }

    private static boolean canShare(List<Need> group) {
        int count = group.get(0).count();
        Set<Integer> pinned = pinned(group);
        boolean sameCount = group.stream().allMatch(need -> need.count() == count);
        boolean pinsFit = pinned.size() <= count
                && group.stream()
                        .allMatch(need -> pinned.stream()
                                .allMatch(person -> need.allowed().containsKey(person)
                                        || need.pinned().contains(person)));
        Set<Integer> usable = new LinkedHashSet<>(common(group));
        usable.addAll(pinned);
        return group.size() == 1 || (sameCount && pinsFit && usable.size() >= count);
    }

    private static Set<Integer> pinned(List<Need> group) {
        Set<Integer> pinned = new LinkedHashSet<>();
        group.forEach(need -> pinned.addAll(need.pinned()));
        return pinned;
    }

    private static Set<Integer> common(List<Need> group) {
        Set<Integer> common = new LinkedHashSet<>(group.get(0).allowed().keySet());
        group.forEach(need -> common.retainAll(need.allowed().keySet()));
        return common;
    }

    private StaffTable build(List<List<Need>> decisions) {
        int count = decisions.size();
        int[][] seatsOf = new int[count][];
        int[][] eventsOf = new int[count][];
        int[][] candidates = new int[count][];
        int[] free = new int[count];
        long[][][] costs = new long[count][][];
        IntList decisionOf = new IntList();
        IntList pinnedSeat = new IntList();
        int events = problem.events().size();
        IntList[] seatsOfEvent = lists(events);
        IntList[] decisionsOfEvent = lists(events);
        IntList[] positions = lists(events);
        IntList[] needIndices = lists(events);
        for (int d = 0; d < count; d++) {
            List<Need> group = decisions.get(d);
            List<Integer> people = new ArrayList<>(common(group));
            free[d] = people.size();
            List<Integer> pinned = new ArrayList<>(pinned(group));
            pinned.stream().filter(person -> !people.contains(person)).forEach(people::add);
            candidates[d] = people.stream().mapToInt(Integer::intValue).toArray();
            seatsOf[d] = new int[group.get(0).count()];
            for (int i = 0; i < seatsOf[d].length; i++) {
                seatsOf[d][i] = decisionOf.size();
                decisionOf.add(d);
                pinnedSeat.add(i < pinned.size() ? people.indexOf(pinned.get(i)) : -1);
            }
            eventsOf[d] = group.stream().mapToInt(Need::event).toArray();
            costs[d] = new long[group.size()][people.size()];
            for (int i = 0; i < group.size(); i++) {
                for (int c = 0; c < people.size(); c++) {
                    costs[d][i][c] = group.get(i).allowed().getOrDefault(people.get(c), 0L);
                }
                int event = eventsOf[d][i];
                decisionsOfEvent[event].add(d);
                positions[event].add(i);
                needIndices[event].add(group.get(i).index());
                for (int seat : seatsOf[d]) {
                    seatsOfEvent[event].add(seat);
                }
            }
        }
        return new StaffTable(
                count,
                decisionOf.size(),
                decisionOf.toArray(),
                seatsOf,
                eventsOf,
                candidates,
                free,
                costs,
                pinnedSeat.toArray(),
                arrays(seatsOfEvent),
                arrays(decisionsOfEvent),
                arrays(positions),
                arrays(needIndices));
    }

    private static IntList[] lists(int count) {
        IntList[] lists = new IntList[count];
        for (int i = 0; i < count; i++) {
            lists[i] = new IntList();
        }
        return lists;
    }

    private static int[][] arrays(IntList[] lists) {
        int[][] arrays = new int[lists.length][];
        for (int i = 0; i < lists.length; i++) {
            arrays[i] = lists[i].toArray();
        }
        return arrays;
    }
}
