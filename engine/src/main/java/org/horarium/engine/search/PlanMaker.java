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

/** From numbers back to records. */
final class PlanMaker {
    private final CompiledProblem compiled;

    PlanMaker(CompiledProblem compiled) {
        this.compiled = compiled;
    }

    Plan plan(Assignment assignment) {
        List<Placement> placements = new ArrayList<>();
        for (int e = 0; e < assignment.time.length; e++) {
            if (assignment.time[e] >= 0) {
                int room = assignment.roomOption[e];
                placements.add(new Placement(
                        compiled.event(e).id(),
                        compiled.patterns.record(compiled.events.times()[e][assignment.time[e]]),
                        room < 0
                                ? null
                                : compiled.problem
                                        .rooms()
                                        .get(compiled.events.rooms()[e][room])
                                        .id(),
                        staff(e, assignment)));
            }
        }
        return new Plan(placements, enrolments(assignment));
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
    private List<StaffAssignment> staff(int e, Assignment assignment) {
        StaffTable staff = compiled.staff;
        Event event = compiled.event(e);
        List<StaffAssignment> result = new ArrayList<>();
        for (int need = 0; need < event.staff().size(); need++) {
            for (int i = 0; i < staff.decisionsOfEvent()[e].length; i++) {
                if (staff.needOfEvent()[e][i] == need) {
                    int decision = staff.decisionsOfEvent()[e][i];
                    for (int seat : staff.seatsOf()[decision]) {
                        if (assignment.candidate[seat] >= 0) {
                            int person = staff.candidates()[decision][assignment.candidate[seat]];
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
