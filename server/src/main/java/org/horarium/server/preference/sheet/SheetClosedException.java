package org.horarium.server.preference.sheet;

import org.horarium.server.platform.ConflictException;

/** The time to say something is over. REST answers 409. */
public final class SheetClosedException extends ConflictException {
    private static final long serialVersionUID = 1L;

    SheetClosedException() {
        super("Preferences are closed: the deadline has passed, or the planner has closed them. What was submitted counts."
                + " Ask the planner to reopen them for you.");
    }
}
