package org.horarium.engine.verify;

import org.horarium.engine.model.CostComponent;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.RoomOption;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.StaffNeed;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.Weights;

/** What the chosen times, rooms and people cost. What is none of the candidates (a pin) costs nothing. */
final class OptionCosts {
    private final PlanIndex index;
    private final Findings findings;

    OptionCosts(PlanIndex index, Findings findings) {
        this.index = index;
        this.findings = findings;
    }

    void run() {
        Weights weights = index.problem.weights();
        for (Placed placed : index.placed()) {
            for (TimeOption option : placed.event().times()) {
                if (option.pattern().equals(placed.time())) {
                    findings.cost(CostComponent.TIME, (long) option.penalty() * weights.time());
                    break;
                }
            }
            for (RoomOption option : placed.event().rooms()) {
                if (option.room().equals(placed.room())) {
                    findings.cost(CostComponent.ROOM, (long) option.penalty() * weights.room());
                }
            }
            for (StaffNeed need : placed.event().staff()) {
                for (PersonOption option : need.candidates()) {
                    if (placed.staff().contains(new StaffAssignment(need.role(), option.person()))) {
                        findings.cost(CostComponent.STAFF, (long) option.penalty() * weights.staff());
                    }
                }
            }
        }
    }
}
