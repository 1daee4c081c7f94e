package org.horarium.server.generation.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.horarium.server.generation.JobVariant;
import org.horarium.server.generation.VariantFigures;
import org.horarium.server.timetable.NewRevision;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A variant in REST.
 *
 * @param variantId its key, for {@code select_variant}
 * @param jobId the job that made it
 * @param variant its name
 * @param chosen whether it is the draft now
 * @param secondsSearched search time of the job when it was ready
 * @param madeAt when it was ready
 * @param comments number of comments
 * @param kpis its figures
 * @param timetable what it holds; null in lists
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record VariantJson(
        UUID variantId,
        UUID jobId,
        String variant,
        boolean chosen,
        double secondsSearched,
        Instant madeAt,
        int comments,
        KpisJson kpis,
        ResultJson.@Nullable TimetableJson timetable) {
    static VariantJson of(JobVariant variant, boolean chosen, @Nullable NewRevision content) {
        return new VariantJson(
                variant.id(),
                variant.job(),
                variant.variant().label(),
                chosen,
                variant.elapsedMs() / 1000.0,
                variant.madeAt(),
                variant.comments(),
                KpisJson.of(variant.figures()),
                content == null ? null : ResultJson.TimetableJson.of(content));
    }

    /**
     * Figures, as {@link VariantFigures} explains them.
     *
     * @param hard violations; always 0
     * @param preferences sessions that are somebody's first, second, third and other choice
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record KpisJson(
            int hard,
            long cost,
            List<Integer> preferences,
            @Nullable String worstOff,
            double worstOffBy,
            int envyPairs,
            long studentGaps,
            long lateSlots,
            int loadSpread,
            int rooms,
            int seatFillPercent,
            int moved,
            int events,
            String comparedWith) {
        static KpisJson of(VariantFigures figures) {
            return new KpisJson(
                    0,
                    figures.total(),
                    List.of(figures.first(), figures.second(), figures.third(), figures.other()),
                    figures.worstOff(),
                    figures.worstOffBy(),
                    figures.envyPairs(),
                    figures.studentGaps(),
                    figures.lateSlots(),
                    figures.loadSpread(),
                    figures.rooms(),
                    figures.seatFill(),
                    figures.moved(),
                    figures.events(),
                    figures.comparedWithPublished() ? "published" : "balanced");
        }
    }
}
