package org.horarium.server.generation.store;

import java.util.UUID;

/** An attempt may not write any more: a later one has begun, or the job has ended. */
public final class FencedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FencedException(UUID job, int attempt) {
        super("The attempt (%d) of the generation job (%s) is not the running one any more.".formatted(attempt, job));
    }
}
