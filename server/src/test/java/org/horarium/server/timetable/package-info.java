/** Tests of timetables. */
@NullMarked
package org.horarium.server.timetable;

import org.jspecify.annotations.NullMarked;
