package org.horarium.server.explanation.store;

import java.util.UUID;

/** A worker writes for an attempt at an explanation that is not the running one any more. */
public class FencedExplanationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FencedExplanationException(UUID id, int attempt) {
        super("Attempt (%d) at the explanation (%s) is not the running one any more.".formatted(attempt, id));
    }
}
