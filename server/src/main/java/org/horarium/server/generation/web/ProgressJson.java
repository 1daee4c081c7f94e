package org.horarium.server.generation.web;

import java.util.List;
import java.util.UUID;
import org.horarium.engine.variant.Variant;
import org.horarium.server.generation.GenerationJob;
import org.horarium.server.generation.Progress;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The progress of a job, in REST and in each frame of the web socket.
 *
 * @param jobId its id
 * @param status as in {@link JobJson#status()}
 * @param progress 0 to 100
 * @param phase checking, constructing, repairing, improving or saving; null before
 * @param bestHard hard violations left in the best balanced plan; null before there is one
 * @param bestCost cost of the best balanced plan; null before there is one
 * @param variant which variant is being made; null before and after
 * @param made variants that are there
 * @param wanted variants that were asked for, in the order in which they are made
 * @param firstFeasibleSeconds search time until the first plan without conflicts; null before
 * @param moves changes tried so far
 * @param elapsedSeconds search time so far
 * @param limitSeconds longest search time
 * @param attempt how often a worker has begun it
 * @param wish none, stop or cancel: what somebody has asked for and is not yet done
 * @param history samples {@code [seconds, hard, cost]} of the best plan over time
 * @param errorMessage why it failed; null unless it did
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ProgressJson(
        UUID jobId,
        String status,
        int progress,
        @Nullable String phase,
        @Nullable Long bestHard,
        @Nullable Long bestCost,
        @Nullable String variant,
        List<String> made,
        List<String> wanted,
        @Nullable Double firstFeasibleSeconds,
        long moves,
        double elapsedSeconds,
        long limitSeconds,
        int attempt,
        String wish,
        List<double[]> history,
        @Nullable String errorMessage) {
    static ProgressJson of(GenerationJob job, Progress progress) {
        return new ProgressJson(
                job.id(),
                job.status().code(),
                progress.percent(),
                progress.phase() == null ? null : progress.phase().code(),
                progress.bestHard(),
                progress.bestCost(),
                progress.variant() == null ? null : progress.variant().label(),
                progress.made().stream().map(Variant::label).toList(),
                job.request().variants().stream().map(Variant::label).toList(),
                progress.firstFeasibleMs() == null ? null : progress.firstFeasibleMs() / 1000.0,
                progress.moves(),
                progress.elapsedMs() / 1000.0,
                job.request().timeBudget().toSeconds(),
                job.attempt(),
                job.status().open() ? job.wish().code() : "none",
                progress.history().stream()
                        .map(s -> new double[] {s.elapsedMs() / 1000.0, s.hard(), s.cost()})
                        .toList(),
                job.error());
    }
}
