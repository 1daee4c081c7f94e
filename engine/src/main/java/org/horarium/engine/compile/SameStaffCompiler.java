package org.horarium.engine.compile;

import java.util.List;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.SameStaff;
import org.horarium.engine.model.StaffNeed;

/** Collects the {@link SameStaff} constraints that have to be counted, and which decisions they look at. */
final class SameStaffCompiler {
    final SetTable.Builder sets = new SetTable.Builder();
    private final Problem problem;
    private final StaffTable staff;
    private final IntList[][] ofDecisions;
    private int count;

    SameStaffCompiler(Problem problem, StaffTable staff) {
        this.problem = problem;
        this.staff = staff;
        ofDecisions = new IntList[problem.events().size()][];
        for (int e = 0; e < ofDecisions.length; e++) {
            ofDecisions[e] = new IntList[staff.decisionsOfEvent()[e].length];
            for (int i = 0; i < ofDecisions[e].length; i++) {
                ofDecisions[e][i] = new IntList();
            }
        }
    }

    void add(int rule, SameStaff same, int[] events) {
        IntList decisions = new IntList();
        int needed = 0;
        for (int event : events) {
            int index = roleIndex(event, same.role());
            if (index >= 0) {
                int decision = staff.decisionsOfEvent()[event][index];
                if (!decisions.contains(decision)) {
                    decisions.add(decision);
                }
                needed = problem.events()
                        .get(event)
                        .staff()
                        .get(staff.needOfEvent()[event][index])
                        .count();
            }
        }
        if (decisions.size() < 2) {
            return; // one decision keeps the rule by itself
        }
        for (int event : events) {
            int index = roleIndex(event, same.role());
            if (index >= 0) {
                ofDecisions[event][index].add(count);
            }
        }
        sets.add(rule, needed, 0, events);
        count++;
    }

    /** Where in the event's decisions the one for a role stands, or −1. */
    private int roleIndex(int event, String role) {
        List<StaffNeed> needs = problem.events().get(event).staff();
        int[] needOfDecision = staff.needOfEvent()[event];
        for (int i = 0; i < needOfDecision.length; i++) {
            if (needs.get(needOfDecision[i]).role().equals(role)) {
                return i;
            }
        }
        return -1;
    }

    int[][][] ofDecisions() {
        int[][][] result = new int[ofDecisions.length][][];
        for (int e = 0; e < result.length; e++) {
            result[e] = new int[ofDecisions[e].length][];
            for (int i = 0; i < result[e].length; i++) {
                result[e][i] = ofDecisions[e][i].toArray();
            }
        }
        return result;
    }
}
