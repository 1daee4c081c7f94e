/**
 * Regeneration from the board: chosen activities of a draft are placed anew around everything else, in the background.
 * What came of it is shown as a list of moves, and becomes one edit of the board if somebody accepts it. Whole timetables
 * are made by the module {@code generation}, of which this package knows nothing.
 */
@NullMarked
package org.horarium.server.timetable.regeneration;

import org.jspecify.annotations.NullMarked;
