package org.horarium.server.assessmentcentre;

import java.time.Instant;
import java.util.UUID;
import org.horarium.assessment.model.Centre;
import org.jspecify.annotations.Nullable;

/**
 * A centre that somebody looks after.
 *
 * @param id its key
 * @param department code of the department whose centre it is; null for the whole college
 * @param centre what is asked for
 * @param currentPlan number of the plan that holds; null before the first
 * @param version counts the changes of the centre
 * @param createdBy login name
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 */
public record AssessmentCentre(
        UUID id,
        @Nullable String department,
        Centre centre,
        @Nullable Integer currentPlan,
        long version,
        String createdBy,
        Instant createdAt,
        Instant updatedAt) {
    /** As shown. */
    public String name() {
        return centre.name();
    }
}
