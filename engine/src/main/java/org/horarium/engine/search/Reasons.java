package org.horarium.engine.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.RuleTable;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.Person;
import org.horarium.engine.model.Room;
import org.horarium.engine.state.State;
import org.horarium.engine.text.Words;

/** Says in words why events have no place: what would have to be free, and in how many of their times it is not. */
final class Reasons {
    private final State state;
    private final CompiledProblem compiled;

    Reasons(State state) {
        this.state = state;
        this.compiled = state.compiled();
    }

    /** A sentence for each unplaced event, by its id. */
    Map<String, String> unplaced() {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (int e = 0; e < compiled.events.count(); e++) {
            if (!state.isPlaced(e)) {
                Event event = compiled.event(e);
                String impossible = compiled.events.impossible()[e];
                reasons.put(event.id(), Words.name(event) + ": " + (impossible != null ? impossible : reason(e)));
            }
        }
        return reasons;
    }

    private String reason(int event) {
        int[] times = compiled.events.times()[event];
        String all = times.length == 1 ? "its only time" : "all its " + times.length + " times";
        List<Integer> groupsFree = new ArrayList<>();
        Set<String> busyGroups = new LinkedHashSet<>();
        for (int t = 0; t < times.length; t++) {
            boolean free = true;
            for (int group : compiled.events.groups()[event]) {
                if (!state.isGroupFree(group, times[t], compiled.patterns.none)) {
                    Group record = compiled.problem.groups().get(group);
                    busyGroups.add(Words.name(record.id(), record.name()));
                    free = false;
                }
            }
            if (free) {
                groupsFree.add(t);
            }
        }
        if (groupsFree.isEmpty()) {
            return "%s are taken by other events of %s.".formatted(all, Words.list(busyGroups));
        }
        Set<String> busyPeople = new LinkedHashSet<>();
        List<Integer> peopleFree = groupsFree.stream()
                .filter(t -> isStaffFree(event, times[t], busyPeople))
                .toList();
        String when = compiled.events.groups()[event].length == 0
                ? "in " + all
                : "in the %s when its groups are free".formatted(Words.count(groupsFree.size(), "time"));
        if (peopleFree.isEmpty()) {
            return busyPeople.isEmpty()
                    ? "there are not enough different people for its roles."
                    : "%s %s busy or unavailable %s."
                            .formatted(Words.list(busyPeople), busyPeople.size() == 1 ? "is" : "are", when);
        }
        String both = "in the %s when its people and groups are free".formatted(Words.count(peopleFree.size(), "time"));
        List<Integer> roomFree =
                peopleFree.stream().filter(t -> isRoomFree(event, times[t])).toList();
        if (roomFree.isEmpty()) {
            return "%s %s.".formatted(roomsTaken(event), both);
        }
        return ruleInTheWay(event, roomFree);
    }

    private String roomsTaken(int event) {
        int[] rooms = compiled.events.rooms()[event];
        if (rooms.length == 1) {
            Room room = compiled.problem.rooms().get(rooms[0]);
            return "its only room, %s, is taken".formatted(Words.name(room.id(), room.name()));
        }
        return "all %d rooms of its list are taken".formatted(rooms.length);
    }

    /** Whether each role can be filled by people who are free then; notes who is not. */
    private boolean isStaffFree(int event, int pattern, Set<String> busy) {
        for (int decision : compiled.staff.decisionsOfEvent()[event]) {
            int free = 0;
            for (int person : compiled.staff.candidates()[decision]) {
                if (state.isPersonFree(person, pattern, compiled.patterns.none)) {
                    free++;
                } else {
                    Person record = compiled.problem.people().get(person);
                    busy.add(Words.name(record.id(), record.name()));
                }
            }
            if (free < compiled.staff.seatsOf()[decision].length) {
                return false;
            }
        }
        return true;
    }

    private boolean isRoomFree(int event, int pattern) {
        return !compiled.events.needsRoom()[event]
                || IntStream.of(compiled.events.rooms()[event])
                        .anyMatch(room -> state.isRoomFree(room, pattern, compiled.patterns.none));
    }

    /** Places the event for a trial wherever it fits by time and room, and names the rules that this breaks. */
    private String ruleInTheWay(int event, List<Integer> times) {
        Set<String> rules = new LinkedHashSet<>();
        for (int time : times) {
            int room = -1;
            int[] rooms = compiled.events.rooms()[event];
            for (int r = 0; r < rooms.length; r++) {
                if (state.isRoomFree(rooms[r], compiled.events.times()[event][time], compiled.patterns.none)) {
                    room = r;
                    break;
                }
            }
            long[] before = units();
            state.place(event, time, room);
            long[] after = units();
            state.unplace(event);
            for (int rule = 0; rule < before.length; rule++) {
                if (after[rule] > before[rule] && compiled.rules.hard[rule]) {
                    rules.add(
                            rule < RuleTable.BUILT_IN
                                    ? "the people now chosen for it are busy"
                                    : "rule "
                                            + compiled.problem
                                                    .constraints()
                                                    .get(rule - RuleTable.BUILT_IN)
                                                    .id());
                }
            }
        }
        return rules.isEmpty()
                ? "no place was found in time, though %s look possible.".formatted(Words.count(times.size(), "time"))
                : "in each of the %s when a room, its people and its groups are free something else stands in the way: %s."
                        .formatted(Words.count(times.size(), "time"), Words.list(rules));
    }

    private long[] units() {
        long[] units = new long[compiled.rules.count];
        for (int rule = 0; rule < units.length; rule++) {
            units[rule] = state.ledger().units(rule);
        }
        return units;
    }
}
