package org.horarium.server.preference.round;

/** How far a person is in a round. */
public enum Progress {
    /** No link was sent or copied. */
    NOT_INVITED,
    /** There is a link. */
    INVITED,
    /** The link was opened, and Continue pressed. */
    OPENED,
    /** Something is written but not submitted. */
    DRAFT,
    /** Submitted. */
    SUBMITTED
}
