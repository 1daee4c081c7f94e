package org.horarium.server.generation;

import java.util.Locale;

/** Where a generation job stands. */
public enum JobStatus {
    /** Waits for a worker. */
    QUEUED,
    /** A worker is at it. */
    RUNNING,
    /** There is a timetable without conflicts. */
    COMPLETED,
    /** There is none; the job's message says why. What could be placed is kept all the same. */
    FAILED,
    /** Somebody called it off; nothing is kept. */
    CANCELLED,
    /** Completed, and the timetable was approved. */
    APPROVED,
    /** Completed, and the timetable was rejected. */
    REJECTED;

    /** The word in the database and in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of a word. */
    public static JobStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether the job is still to be worked on. */
    public boolean open() {
        return this == QUEUED || this == RUNNING;
    }
}
