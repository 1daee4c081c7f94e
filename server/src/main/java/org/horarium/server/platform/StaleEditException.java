package org.horarium.server.platform;

/** Somebody else changed the record since it was read ({@code If-Match}). REST answers 412. */
public final class StaleEditException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message which record, and to reload it */
    public StaleEditException(String message) {
        super(message);
    }
}
