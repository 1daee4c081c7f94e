package org.horarium.server.timetable;

import java.util.UUID;
import org.horarium.server.access.Actor;

/** Puts a repaired timetable in force at once: the module that decides about publications implements it. */
public interface DirectPublication {
    /** Whether somebody may do so. */
    boolean mayPublishAtOnce(Actor actor);

    /**
     * Submits, approves and publishes a draft, in the name of one person.
     *
     * @param workflow key of the draft
     * @param reason kept with each step
     * @throws org.springframework.security.access.AccessDeniedException if they may not
     * @throws org.horarium.server.platform.ConflictException if something of it has no place, or it can't be published
     *     beside what others have published
     */
    void publishAtOnce(Actor actor, UUID workflow, String reason);
}
