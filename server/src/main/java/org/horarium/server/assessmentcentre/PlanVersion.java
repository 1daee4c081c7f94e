package org.horarium.server.assessmentcentre;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.horarium.assessment.PlanSummary;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Disruption;
import org.horarium.assessment.model.Plan;
import org.jspecify.annotations.Nullable;

/**
 * A plan of a centre, as it was kept; it never changes.
 *
 * @param centreId the centre
 * @param number 1 for the centre's first plan, then counting on
 * @param origin how it came to be
 * @param lineage number of the planned one that all repairs since come from
 * @param undoTo the plan that an undo brings back; null where there is nothing to undo
 * @param job the job that made it; null unless planned by one
 * @param centre the centre that it is a plan of
 * @param plan the sessions
 * @param summary what is known about it; null after a repair
 * @param disruptions what has happened on the day up to this plan and still holds
 * @param incident what made it necessary; null unless repaired
 * @param createdBy login name
 * @param createdAt when it was made
 */
public record PlanVersion(
        UUID centreId,
        int number,
        Origin origin,
        int lineage,
        @Nullable Integer undoTo,
        @Nullable UUID job,
        Centre centre,
        Plan plan,
        @Nullable PlanSummary summary,
        List<Disruption> disruptions,
        @Nullable Incident incident,
        String createdBy,
        Instant createdAt) {
    public PlanVersion {
        disruptions = List.copyOf(disruptions);
    }

    /** How a plan came to be. */
    public enum Origin {
        /** Planned before the day. */
        PLANNED,
        /** Chosen among the ways to go on. */
        REPAIRED,
        /** A repair was taken back. */
        UNDONE;

        /** The word in the database and in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The origin of a word. */
        public static Origin of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
