/**
 * Timetables as they are kept and shown: revisions, the events in them, and the week grid by group, person and room.
 *
 * <p>A revision carries a {@link org.horarium.server.timetable.Frame frame}, a copy of the names and of the grid that it
 * was made with. So it can be shown, printed and compared years later, whatever has become of the master data, and
 * showing it takes two queries. This module knows nothing of jobs or of the engine.
 */
@NullMarked
package org.horarium.server.timetable;

import org.jspecify.annotations.NullMarked;
