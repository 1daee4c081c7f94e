package org.horarium.server.assessmentcentre;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.horarium.assessment.model.Disruption;
import org.horarium.assessment.repair.RepairOption;

/**
 * Ways to go on after something happened.
 *
 * @param id its key
 * @param centreId the centre
 * @param basedOn number of the plan that was running
 * @param at when it happened, local to the centre
 * @param incident what happened
 * @param disruptions all that holds, this incident included
 * @param options the ways, best first; none when no way was found that keeps the rules
 */
public record RepairProposal(
        UUID id,
        UUID centreId,
        int basedOn,
        LocalDateTime at,
        Incident incident,
        List<Disruption> disruptions,
        List<RepairOption> options) {
    public RepairProposal {
        disruptions = List.copyOf(disruptions);
        options = List.copyOf(options);
    }
}
