package org.horarium.server.assessmentcentre.store;

import java.util.UUID;

/** An attempt may not write any more: a later one has begun, or the job has ended. */
public final class FencedAttemptException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FencedAttemptException(UUID job, int attempt) {
        super("The attempt (%d) of the planning job (%s) is not the running one any more.".formatted(attempt, job));
    }
}
