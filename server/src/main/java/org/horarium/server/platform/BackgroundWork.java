package org.horarium.server.platform;

import java.util.UUID;

/**
 * A kind of job that the {@link JobQueue} has done in the background. Each kind is a bean of the module that owns the jobs;
 * the queue knows a job only by its id.
 */
public interface BackgroundWork {
    /** Its name in the queue's table, for example {@code generate-timetable}. It must stay the same: entries carry it. */
    String name();

    /**
     * Makes the next attempt at a job. May be called again for a job whose worker died.
     *
     * @param job its id
     * @throws RuntimeException when the attempt was broken off and is to be made again, some seconds later
     */
    void run(UUID job);

    /** The process ends: attempts that run are to break off soon, and leave their jobs to be begun again. */
    void abandonAll();
}
