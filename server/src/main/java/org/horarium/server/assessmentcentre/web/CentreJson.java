package org.horarium.server.assessmentcentre.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.horarium.formats.assessment.CentreWriter;
import org.horarium.server.assessmentcentre.AssessmentCentre;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A centre in REST.
 *
 * @param id its key
 * @param name as shown
 * @param departmentId whose it is; null for the whole college
 * @param version for If-Match
 * @param currentPlan number of the plan that holds; null before the first
 * @param createdBy login
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param centre what is asked for, as docs/assessment-centres.md describes it; left out in lists
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record CentreJson(
        UUID id,
        String name,
        @Nullable String departmentId,
        long version,
        @Nullable Integer currentPlan,
        String createdBy,
        Instant createdAt,
        Instant updatedAt,
        @JsonRawValue @Nullable String centre) {
    static CentreJson of(AssessmentCentre c) {
        return of(c, CentreWriter.write(c.centre()));
    }

    static CentreJson listed(AssessmentCentre c) {
        return of(c, null);
    }

    private static CentreJson of(AssessmentCentre c, @Nullable String document) {
        return new CentreJson(
                c.id(),
                c.name(),
                c.department(),
                c.version(),
                c.currentPlan(),
                c.createdBy(),
                c.createdAt(),
                c.updatedAt(),
                document);
    }
}
