package org.horarium.server.platform.embedded;

/** A service that could not be started or reached; the message says why and what to try. */
public final class ServiceStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what failed, with values, and what to try */
    public ServiceStartException(String message) {
        super(message);
    }

    /**
     * @param message what failed, with values, and what to try
     * @param cause what was thrown
     */
    public ServiceStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
