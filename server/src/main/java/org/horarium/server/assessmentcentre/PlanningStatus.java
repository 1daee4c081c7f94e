package org.horarium.server.assessmentcentre;

import java.util.Locale;

/** Where a planning job stands. */
public enum PlanningStatus {
    /** Waits for a worker. */
    QUEUED,
    /** A worker is at it. */
    RUNNING,
    /** There is a plan. */
    COMPLETED,
    /** There is none; the job says why and what helps. */
    FAILED,
    /** Somebody called it off; nothing is kept. */
    CANCELLED;

    /** The word in the database and in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of a word. */
    public static PlanningStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether the job is still to be worked on. */
    public boolean open() {
        return this == QUEUED || this == RUNNING;
    }
}
