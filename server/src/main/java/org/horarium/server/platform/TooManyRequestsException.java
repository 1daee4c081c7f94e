package org.horarium.server.platform;

import java.time.Duration;

/** A rate limit was reached. REST answers 429 with {@code Retry-After}. */
public final class TooManyRequestsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /**
     * @param message what there was too much of
     * @param retryAfter when to try again
     */
    public TooManyRequestsException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** When to try again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
