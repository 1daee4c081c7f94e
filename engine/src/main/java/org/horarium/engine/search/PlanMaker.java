package org.horarium.engine.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.StaffTable;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.state.State;

/** From numbers back to records. */
public final class PlanMaker {
    private final CompiledProblem compiled;

    /** For assignments and states of a problem. */
    public PlanMaker(CompiledProblem compiled) {
        this.compiled = compiled;
    }

    Plan plan(Assignment assignment) {
        List<Placement> placements = new ArrayList<>();
        for (int e = 0; e < assignment.time.length; e++) {
            if (assignment.time[e] >= 0) {
                placements.add(placement(e, assignment.time[e], assignment.roomOption[e], assignment.candidate));
            }
        }
        return new Plan(placements, enrolments(assignment));
    }

    /** Where a placed event is in a state. */
    public Placement placement(int event, State state) {
        int[] candidates = new int[compiled.staff.seats()];
        for (int seat : compiled.staff.seatsOfEvent()[event]) {
            candidates[seat] = state.candidate(seat);
        }
        return placement(event, state.time(event), state.roomOption(event), candidates);
    }

    private Placement placement(int e, int time, int room, int[] candidates) {
        return new Placement(
                compiled.event(e).id(),
                compiled.patterns.record(compiled.events.times()[e][time]),
                room < 0
                        ? null
                        : compiled.problem
                                .rooms()
                                .get(compiled.events.rooms()[e][room])
                                .id(),
                staff(e, candidates));
    }

    private Map<String, List<String>> enrolments(Assignment assignment) {
        Map<String, List<String>> enrolments = new LinkedHashMap<>();
        int width = compiled.students.width;
        for (int s = 0; s < compiled.students.demandsOf.length; s++) {
            List<String> classes = new ArrayList<>();
            for (int demand : compiled.students.demandsOf[s]) {
                for (int i = demand * width; i < (demand + 1) * width; i++) {
                    if (assignment.chain[i] >= 0) {
                        classes.add(compiled.event(assignment.chain[i]).id());
                    }
                }
            }
            enrolments.put(compiled.problem.students().get(s).id(), classes);
        }
        return enrolments;
    }

    /** In the order of the event's needs. */
    private List<StaffAssignment> staff(int e, int[] candidates) {
        StaffTable staff = compiled.staff;
        Event event = compiled.event(e);
        List<StaffAssignment> result = new ArrayList<>();
        for (int need = 0; need < event.staff().size(); need++) {
            for (int i = 0; i < staff.decisionsOfEvent()[e].length; i++) {
                if (staff.needOfEvent()[e][i] == need) {
                    int decision = staff.decisionsOfEvent()[e][i];
                    for (int seat : staff.seatsOf()[decision]) {
                        if (candidates[seat] >= 0) {
                            int person = staff.candidates()[decision][candidates[seat]];
                            result.add(new StaffAssignment(
                                    event.staff().get(need).role(),
                                    compiled.problem.people().get(person).id()));
                        }
                    }
                }
            }
        }
        return result;
    }
}
