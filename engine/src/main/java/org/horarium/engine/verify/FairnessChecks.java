package org.horarium.engine.verify;

import java.util.ArrayList;
import java.util.List;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.StaffFairness;
import org.horarium.engine.model.StaffNeed;

/** How far the wishes of single people are passed over. */
final class FairnessChecks {
    private FairnessChecks() {}

    static List<Breach> staffFairness(PlanIndex index, StaffFairness constraint) {
        List<Breach> breaches = new ArrayList<>();
        for (StaffFairness.Share share : constraint.shares()) {
            long regret = 0;
            List<String> given = new ArrayList<>();
            for (Placed placed : index.ofPerson(share.person())) {
                given.add(placed.id());
                for (StaffNeed need : placed.event().staff()) {
                    for (PersonOption option : need.candidates()) {
                        if (option.person().equals(share.person())
                                && placed.staff().contains(new StaffAssignment(need.role(), option.person()))) {
                            regret += (long) option.penalty()
                                    * index.problem.weights().staff();
                        }
                    }
                }
            }
            long beyond = regret <= share.free() ? 0 : regret - share.free();
            long level = Math.min(beyond / share.step(), StaffFairness.MOST_LEVELS);
            if (level > 0) {
                breaches.add(new Breach(
                        given,
                        level * level * level,
                        "The wishes of %s are passed over by %d; %d can't be avoided, and each further %d counts"
                                .formatted(share.person(), regret, share.free(), share.step())));
            }
        }
        return breaches;
    }
}
