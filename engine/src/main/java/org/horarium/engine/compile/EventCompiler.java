package org.horarium.engine.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Pin;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.StaffNeed;
import org.jspecify.annotations.Nullable;

/** Makes {@link EventTable}: options narrowed by pins and by what can never work, with the reason where nothing is left. */
final class EventCompiler {
    private final CompiledProblem compiled;
    private final Problem problem;
    private final Numbers numbers;
    private final boolean keepHopeless;
    private final Map<List<Integer>, short[]> timeLookups = new HashMap<>();
    private final Map<List<Integer>, short[]> roomLookups = new HashMap<>();

    EventCompiler(CompiledProblem compiled, Numbers numbers, boolean keepHopeless) {
        this.keepHopeless = keepHopeless;
        this.compiled = compiled;
        this.problem = compiled.problem;
        this.numbers = numbers;
    }

    EventTable compile() {
        int count = problem.events().size();
        int[][] times = new int[count][];
        long[][] timeCosts = new long[count][];
        short[][] timeOptionOf = new short[count][];
        boolean[] needsRoom = new boolean[count];
        int[][] rooms = new int[count][];
        long[][] roomCosts = new long[count][];
        short[][] roomOptionOf = new short[count][];
        int[][] groups = new int[count][];
        @Nullable String[] impossible = new @Nullable String[count];
        for (int e = 0; e < count; e++) {
            Event event = problem.events().get(e);
            Pin pin = numbers.pin(event);
            groups[e] = event.groups().stream().mapToInt(numbers::group).toArray();
            Map<Integer, Long> roomOptions = roomOptions(event, pin);
            needsRoom[e] = event.needsRoom() || !roomOptions.isEmpty();
            Map<Integer, Long> timeOptions = timeOptions(event, pin);
            impossible[e] = fault(event, pin, timeOptions, roomOptions, needsRoom[e]);
            if (impossible[e] == null) {
                impossible[e] = doubleRole(e);
            }
            if (impossible[e] == null && !keepHopeless) {
                impossible[e] = removeHopeless(e, groups[e], timeOptions, roomOptions, needsRoom[e]);
            }
            times[e] = keys(timeOptions);
            timeCosts[e] = values(timeOptions);
            timeOptionOf[e] = lookup(timeLookups, timeOptions, compiled.patterns.count + 1);
            rooms[e] = keys(roomOptions);
            roomCosts[e] = values(roomOptions);
            roomOptionOf[e] = lookup(roomLookups, roomOptions, problem.rooms().size());
        }
        return new EventTable(
                count, times, timeCosts, timeOptionOf, needsRoom, rooms, roomCosts, roomOptionOf, groups, impossible);
    }

    private Map<Integer, Long> timeOptions(Event event, @Nullable Pin pin) {
        Map<Integer, Long> options = new LinkedHashMap<>();
        long weight = problem.weights().time();
        event.times()
                .forEach(option ->
                        options.merge(numbers.pattern(option.pattern()), option.penalty() * weight, Math::min));
        return pin == null || pin.time() == null ? options : only(options, numbers.pattern(pin.time()));
    }

    private Map<Integer, Long> roomOptions(Event event, @Nullable Pin pin) {
        Map<Integer, Long> options = new LinkedHashMap<>();
        long weight = problem.weights().room();
        event.rooms().forEach(option -> options.put(numbers.room(option.room()), option.penalty() * weight));
        return pin == null || pin.room() == null ? options : only(options, numbers.room(pin.room()));
    }

    private static Map<Integer, Long> only(Map<Integer, Long> options, int chosen) {
        Map<Integer, Long> single = new LinkedHashMap<>();
        single.put(chosen, options.getOrDefault(chosen, 0L));
        return single;
    }

    private static @Nullable String fault(
            Event event,
            @Nullable Pin pin,
            Map<Integer, Long> timeOptions,
            Map<Integer, Long> roomOptions,
            boolean needsRoom) {
        if (timeOptions.isEmpty()) {
            return "it has no candidate time.";
        }
        if (needsRoom && roomOptions.isEmpty()) {
            return "it needs a room, and no room fits it (its list of candidate rooms is empty).";
        }
        for (StaffNeed need : event.staff()) {
            Set<String> people = new HashSet<>();
            need.candidates().forEach(option -> people.add(option.person()));
            List<StaffAssignment> pinned = pin == null
                    ? List.of()
                    : pin.staff().stream()
                            .filter(assignment -> assignment.role().equals(need.role()))
                            .distinct()
                            .toList();
            pinned.forEach(assignment -> people.add(assignment.person()));
            if (people.size() < need.count()) {
                return "it needs %d %s, and %d can fill that role.".formatted(need.count(), need.role(), people.size());
            }
            if (pinned.size() > need.count()) {
                return "it needs %d %s, and %d people are pinned to that role."
                        .formatted(need.count(), need.role(), pinned.size());
            }
        }
        if (pin != null) {
            for (StaffAssignment assignment : pin.staff()) {
                if (event.staff().stream().noneMatch(need -> need.role().equals(assignment.role()))) {
                    return "somebody (%s) is pinned to the role %s, which it does not have."
                            .formatted(assignment.person(), assignment.role());
                }
            }
        }
        return null;
    }

    private @Nullable String doubleRole(int event) {
        Set<Integer> seen = new HashSet<>();
        for (int seat : compiled.staff.seatsOfEvent()[event]) {
            int pinned = compiled.staff.pinned()[seat];
            if (pinned >= 0) {
                int person = compiled.staff.candidates()[compiled.staff.decisionOf()[seat]][pinned];
                if (!seen.add(person)) {
                    return "%s is pinned to two of its roles."
                            .formatted(problem.people().get(person).name());
                }
            }
        }
        return null;
    }

    /** Takes out times that can never work. Returns why, if none is left. */
    private @Nullable String removeHopeless(
            int event,
            int[] groups,
            Map<Integer, Long> timeOptions,
            Map<Integer, Long> roomOptions,
            boolean needsRoom) {
        Patterns patterns = compiled.patterns;
        int cells = compiled.axis.cells;
        int before = timeOptions.size();
        List<String> reasons = new ArrayList<>();
        for (int group : groups) {
            timeOptions
                    .keySet()
                    .removeIf(p -> Unavailability.meets(patterns, compiled.groupUnavailable, cells, group, p)
                            && reasons.add(problem.groups().get(group).name()));
        }
        for (int person : indispensable(event)) {
            timeOptions
                    .keySet()
                    .removeIf(p -> Unavailability.meets(patterns, compiled.personUnavailable, cells, person, p)
                            && reasons.add(problem.people().get(person).name()));
        }
        if (needsRoom) {
            timeOptions
                    .keySet()
                    .removeIf(p -> roomOptions.keySet().stream()
                                    .allMatch(r ->
                                            Unavailability.meets(patterns, compiled.rooms.unavailable, cells, r, p))
                            && reasons.add(roomNames(roomOptions.keySet())));
        }
        if (timeOptions.isEmpty()) {
            return "at none of its %d possible times are all available whom it cannot do without; unavailable: %s."
                    .formatted(before, reasons.stream().distinct().collect(Collectors.joining(", ")));
        }
        return null;
    }

    private String roomNames(Set<Integer> rooms) {
        return rooms.stream().map(r -> problem.rooms().get(r).name()).collect(Collectors.joining(" and "));
    }

    /** People without whom the event cannot be staffed. */
    private Set<Integer> indispensable(int event) {
        Set<Integer> people = new HashSet<>();
        for (int d : compiled.staff.decisionsOfEvent()[event]) {
            int[] seats = compiled.staff.seatsOf()[d];
            int[] candidates = compiled.staff.candidates()[d];
            if (candidates.length == seats.length) {
                Arrays.stream(candidates).forEach(people::add);
            }
            for (int seat : seats) {
                int pinned = compiled.staff.pinned()[seat];
                if (pinned >= 0) {
                    people.add(candidates[pinned]);
                }
            }
        }
        return people;
    }

    private static int[] keys(Map<Integer, Long> options) {
        return options.keySet().stream().mapToInt(Integer::intValue).toArray();
    }

    private static long[] values(Map<Integer, Long> options) {
        return options.values().stream().mapToLong(Long::longValue).toArray();
    }

    private static short[] lookup(Map<List<Integer>, short[]> cache, Map<Integer, Long> options, int size) {
        return cache.computeIfAbsent(List.copyOf(options.keySet()), keys -> {
            short[] result = new short[size];
            Arrays.fill(result, (short) -1);
            for (int i = 0; i < keys.size(); i++) {
                result[keys.get(i)] = (short) i;
            }
            return result;
        });
    }
}
