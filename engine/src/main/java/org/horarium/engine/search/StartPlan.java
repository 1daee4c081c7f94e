package org.horarium.engine.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.StaffTable;
import org.horarium.engine.compile.StudentTable;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.state.State;
import org.jspecify.annotations.Nullable;

/**
 * Brings an empty state as near to a given plan as the problem allows. What is stale (events, times, rooms, people that are
 * not to be chosen from any more) is dropped, and what would break a hard rule if the caller wants that.
 */
public final class StartPlan {
    private final State state;
    private final CompiledProblem compiled;
    private final Map<String, Placement> placements = new HashMap<>();
    private final Map<String, List<String>> enrolments;

    /** Nothing is done yet. */
    public StartPlan(State state, Plan plan) {
        this.state = state;
        this.compiled = state.compiled();
        plan.placements().forEach(placement -> placements.putIfAbsent(placement.event(), placement));
        enrolments = plan.enrolments();
    }

    /** Whether there is nothing to begin with. */
    boolean isEmpty() {
        return placements.isEmpty() && enrolments.isEmpty();
    }

    /** Gives students the classes they had, as long as these are not full. */
    public void enrol() {
        StudentTable table = compiled.students;
        Map<String, Integer> numbers = new HashMap<>();
        for (int e = 0; e < compiled.events.count(); e++) {
            numbers.put(compiled.event(e).id(), e);
        }
        for (int s = 0; s < table.demandsOf.length; s++) {
            Set<Integer> attended = new HashSet<>();
            enrolments
                    .getOrDefault(compiled.problem.students().get(s).id(), List.of())
                    .forEach(id -> attended.add(numbers.getOrDefault(id, -1)));
            for (int demand : table.demandsOf[s]) {
                int[] chain = chain(table, table.courseOf[demand], attended);
                if (chain != null) {
                    state.enrol(demand, chain);
                }
            }
        }
    }

    /** The chain of a course that consists of attended classes with a seat left; null if there is none. */
    private int @Nullable [] chain(StudentTable table, int course, Set<Integer> attended) {
        int[] chain = new int[table.width];
        for (int[][] config : table.classes[course]) {
            Arrays.fill(chain, -1);
            boolean complete = config.length > 0;
            for (int k = 0; k < config.length; k++) {
                for (int event : config[k]) {
                    if (chain[k] < 0
                            && attended.contains(event)
                            && state.enrolments().size(event) < table.limit[event]
                            && (table.parent[event] < 0 || attended.contains(table.parent[event]))) {
                        chain[k] = event;
                    }
                }
                complete &= chain[k] >= 0;
            }
            if (complete) {
                return chain;
            }
        }
        return null;
    }

    /** Fills vacant seats with the people who gave the events, each at most once for an event. */
    public void seat() {
        StaffTable staff = compiled.staff;
        for (int decision = 0; decision < staff.decisions(); decision++) {
            for (int event : staff.eventsOf()[decision]) {
                for (StaffAssignment assignment : given(event, decision)) {
                    fill(decision, assignment.person());
                }
            }
        }
    }

    private List<StaffAssignment> given(int event, int decision) {
        Event record = compiled.event(event);
        Placement placement = placements.get(record.id());
        if (placement == null) {
            return List.of();
        }
        int[] decisions = compiled.staff.decisionsOfEvent()[event];
        for (int i = 0; i < decisions.length; i++) {
            if (decisions[i] == decision) {
                String role = record.staff()
                        .get(compiled.staff.needOfEvent()[event][i])
                        .role();
                return placement.staff().stream()
                        .filter(assignment -> assignment.role().equals(role))
                        .toList();
            }
        }
        return List.of();
    }

    private void fill(int decision, String id) {
        StaffTable staff = compiled.staff;
        for (int candidate = 0; candidate < staff.free()[decision]; candidate++) {
            int person = staff.candidates()[decision][candidate];
            if (compiled.problem.people().get(person).id().equals(id)) {
                if (!gives(decision, person)) {
                    for (int seat : staff.seatsOf()[decision]) {
                        if (state.candidate(seat) < 0) {
                            state.seat(seat, candidate);
                            return;
                        }
                    }
                }
                return;
            }
        }
    }

    private boolean gives(int decision, int person) {
        for (int event : compiled.staff.eventsOf()[decision]) {
            for (int seat : compiled.staff.seatsOfEvent()[event]) {
                if (state.person(seat) == person) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Places events where they were. To be called when all seats are filled.
     *
     * @param onlyLegal whether what would break a hard rule is left out
     */
    public void place(boolean onlyLegal) {
        Map<TimePattern, Integer> patterns = new HashMap<>();
        for (int p = 0; p < compiled.patterns.count; p++) {
            patterns.put(compiled.patterns.record(p), p);
        }
        Map<String, Integer> rooms = new HashMap<>();
        compiled.problem.rooms().forEach(room -> rooms.put(room.id(), rooms.size()));
        for (int e = 0; e < compiled.events.count(); e++) {
            Placement placement = placements.get(compiled.event(e).id());
            if (placement == null || compiled.events.impossible()[e] != null || state.isPlaced(e)) {
                continue;
            }
            Integer pattern = patterns.get(placement.time());
            int time = pattern == null ? -1 : compiled.events.timeOptionOf()[e][pattern];
            int room = -1;
            if (compiled.events.needsRoom()[e]) {
                Integer number = placement.room() == null ? null : rooms.get(placement.room());
                room = number == null ? -1 : compiled.events.roomOptionOf()[e][number];
                if (room < 0) {
                    continue;
                }
            }
            if (time >= 0 && (!onlyLegal || state.evaluate(e, time, room, true))) {
                state.place(e, time, room);
            }
        }
    }
}
