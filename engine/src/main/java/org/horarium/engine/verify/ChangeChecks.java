package org.horarium.engine.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.horarium.engine.model.LeastChange;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.StaffAssignment;

/** What has moved away from a reference plan. */
final class ChangeChecks {
    private ChangeChecks() {}

    static List<Breach> leastChange(PlanIndex index, LeastChange constraint) {
        List<Breach> breaches = new ArrayList<>();
        for (Placement before : constraint.reference()) {
            Placed now = index.placed(before.event());
            if (now == null) {
                continue;
            }
            long units = 0;
            List<String> what = new ArrayList<>();
            if (!now.time().equals(before.time())) {
                units += constraint.time();
                what.add("time");
            }
            if (!Objects.equals(now.room(), before.room())) {
                units += constraint.room();
                what.add("room");
            }
            for (StaffAssignment assignment : now.staff()) {
                if (!before.staff().contains(assignment)) {
                    units += constraint.person();
                    what.add(assignment.role());
                }
            }
            if (units > 0) {
                breaches.add(new Breach(
                        List.of(now.id()),
                        units,
                        "%s has another %s than before".formatted(now.event().name(), String.join(", ", what))));
            }
        }
        return breaches;
    }
}
