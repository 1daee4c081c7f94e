package org.horarium.engine.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.LeastChange;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.StaffAssignment;

/** Where events were before ({@code LeastChange}), as units of their options. */
public final class ChangeTable {
    /** Number of constraints. */
    public final int count;

    /** Rule number of each, see {@link RuleTable}. */
    public final int[] rule;

    /** Units of a time option: {@code [constraint][event][option]}; empty for an event that was nowhere. */
    public final int[][][] ofTime;

    /** Units of a room option, likewise. */
    public final int[][][] ofRoom;

    /** Units of a candidate: {@code [constraint][decision][position in the decision's events][candidate]}. */
    public final int[][][][] ofCandidate;

    private final Problem problem;
    private final EventTable events;
    private final Patterns patterns;
    private final StaffTable staff;
    private final Map<String, Integer> eventNumbers = new HashMap<>();

    ChangeTable(Problem problem, Patterns patterns, EventTable events, StaffTable staff) {
        this.problem = problem;
        this.events = events;
        this.patterns = patterns;
        this.staff = staff;
        problem.events().forEach(event -> eventNumbers.put(event.id(), eventNumbers.size()));
        List<LeastChange> found = new ArrayList<>();
        IntList rules = new IntList();
        for (int i = 0; i < problem.constraints().size(); i++) {
            Constraint constraint = problem.constraints().get(i);
            if (constraint instanceof LeastChange change) {
                found.add(change);
                rules.add(RuleTable.BUILT_IN + i);
            }
        }
        count = found.size();
        rule = rules.toArray();
        ofTime = new int[count][events.count()][0];
        ofRoom = new int[count][events.count()][0];
        ofCandidate = new int[count][staff.decisions()][][];
        for (int c = 0; c < count; c++) {
            LeastChange change = found.get(c);
            for (int d = 0; d < staff.decisions(); d++) {
                ofCandidate[c][d] = new int[staff.eventsOf()[d].length][staff.candidates()[d].length];
            }
            for (Placement before : change.reference()) {
                Integer event = eventNumbers.get(before.event());
                if (event != null) {
                    options(c, event, change, before);
                    candidates(c, event, change, before);
                }
            }
        }
    }

    private void options(int c, int event, LeastChange change, Placement before) {
        int[] times = events.times()[event];
        ofTime[c][event] = new int[times.length];
        for (int i = 0; i < times.length; i++) {
            ofTime[c][event][i] = patterns.record(times[i]).equals(before.time()) ? 0 : change.time();
        }
        int[] rooms = events.rooms()[event];
        ofRoom[c][event] = new int[rooms.length];
        for (int i = 0; i < rooms.length; i++) {
            boolean same = problem.rooms().get(rooms[i]).id().equals(before.room());
            ofRoom[c][event][i] = same ? 0 : change.room();
        }
        if (rooms.length == 0 && before.room() != null) {
            // it needs none any more: part of every one of its times
            Arrays.setAll(ofTime[c][event], i -> ofTime[c][event][i] + change.room());
        }
    }

    private void candidates(int c, int event, LeastChange change, Placement before) {
        Event record = problem.events().get(event);
        int[] decisions = staff.decisionsOfEvent()[event];
        for (int i = 0; i < decisions.length; i++) {
            String role = record.staff().get(staff.needOfEvent()[event][i]).role();
            int[] people = staff.candidates()[decisions[i]];
            for (int candidate = 0; candidate < people.length; candidate++) {
                String person = problem.people().get(people[candidate]).id();
                boolean same = before.staff().contains(new StaffAssignment(role, person));
                ofCandidate[c][decisions[i]][staff.positionInDecision()[event][i]][candidate] =
                        same ? 0 : change.person();
            }
        }
    }
}
