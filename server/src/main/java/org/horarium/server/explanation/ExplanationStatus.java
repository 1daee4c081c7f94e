package org.horarium.server.explanation;

/** Where an explanation stands. */
public enum ExplanationStatus {
    /** It waits for a worker. */
    QUEUED,
    /** A worker is at it. */
    RUNNING,
    /** It has ended, with what was found in its time. */
    COMPLETED,
    /** It could not be made. */
    FAILED;

    /** Whether there is more to come. */
    public boolean open() {
        return this == QUEUED || this == RUNNING;
    }
}
