package org.horarium.server.preference.sheet;

import org.horarium.server.platform.ConflictException;

/** The time to say something is over. REST answers 409. */
public final class SheetClosedException extends ConflictException {
    private static final long serialVersionUID = 1L;

    /** @param message that it is too late, and what to do */
    SheetClosedException(String message) {
        super(message);
    }
}
