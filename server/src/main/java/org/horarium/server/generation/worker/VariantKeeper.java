package org.horarium.server.generation.worker;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.horarium.engine.variant.Variant;
import org.horarium.engine.variant.VariantSet.Made;
import org.horarium.formats.college.problem.CollegeProblem;
import org.horarium.server.generation.GenerationJob;
import org.horarium.server.generation.VariantFigures;
import org.horarium.server.generation.store.VariantStore;
import org.horarium.server.timetable.NewRevision;

/**
 * Takes the variants of an attempt as they become ready, and saves them at the next heartbeat: the search never waits for
 * the database, and a variant that can't be saved just now is saved later. Safe for use by several threads.
 */
final class VariantKeeper {
    private final GenerationJob job;
    private final CollegeProblem problem;
    private final boolean comparedWithPublished;
    private final long elapsedBefore;
    private final VariantStore store;
    private final Map<Variant, Ready> waiting = new EnumMap<>(Variant.class);

    private record Ready(Made made, long elapsedMs) {}

    /**
     * Keeps the variants of an attempt.
     *
     * @param comparedWithPublished whether figures compare with what was published, else with the balanced variant
     * @param elapsedBefore search time of earlier attempts, in milliseconds
     */
    VariantKeeper(
            GenerationJob job,
            CollegeProblem problem,
            boolean comparedWithPublished,
            long elapsedBefore,
            VariantStore store) {
        this.job = job;
        this.problem = problem;
        this.comparedWithPublished = comparedWithPublished;
        this.elapsedBefore = elapsedBefore;
        this.store = store;
    }

    /** A variant is ready, or has become better. One with violations is none. */
    void take(Made made) {
        if (made.solution().verdict().feasible()) {
            synchronized (waiting) {
                waiting.put(
                        made.variant(),
                        new Ready(
                                made, elapsedBefore + made.solution().elapsed().toMillis()));
            }
        }
    }

    /**
     * Saves what waits.
     *
     * @throws org.horarium.server.generation.store.FencedException if a later attempt has begun
     * @throws org.springframework.dao.DataAccessException if the database can't be reached; what was not saved waits on
     */
    void save() {
        Map<Variant, Ready> now;
        synchronized (waiting) {
            now = new EnumMap<>(waiting);
        }
        now.forEach((variant, ready) -> {
            store.save(
                    job.id(),
                    job.attempt(),
                    variant,
                    VariantFigures.of(
                            ready.made().kpis(), problem.problem().events().size(), comparedWithPublished),
                    content(ready.made()),
                    ready.elapsedMs());
            synchronized (waiting) {
                waiting.remove(variant, ready);
            }
        });
    }

    private NewRevision content(Made made) {
        return NewRevision.of(
                job.schedule(),
                job.id(),
                problem.college(),
                problem.activities(),
                problem.timetables()
                        .timetable(
                                made.solution().plan(),
                                made.solution().verdict().score(),
                                List.of()));
    }
}
