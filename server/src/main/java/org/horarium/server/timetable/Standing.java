package org.horarium.server.timetable;

import java.time.Instant;
import java.util.Optional;

/**
 * Who brought a revision where it stands.
 *
 * @param to the status that it has since
 * @param who name of the person
 * @param at when
 */
public record Standing(RevisionStatus to, String who, Instant at) {
    /** Knows it of each revision: the module that decides about revisions implements it. */
    public interface Source {
        /** Who brought a revision where it stands; nothing when nobody has decided anything about it. */
        Optional<Standing> of(long revision);
    }
}
