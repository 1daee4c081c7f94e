package org.horarium.server.approval;

import org.horarium.server.timetable.Publication;
import org.horarium.server.timetable.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A revision was published. Told in the transaction of the publication.
 *
 * @param publication what, and from when
 * @param before what was published of this schedule until now; null for nothing
 * @param after what is published now
 * @param concerned whom the difference concerns
 */
public record TimetablePublished(
        Publication publication, @Nullable Revision before, Revision after, Concerned concerned) {}
