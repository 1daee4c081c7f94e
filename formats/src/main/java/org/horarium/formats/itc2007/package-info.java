/**
 * Curriculum-based course timetabling of the International Timetabling Competition 2007 (track 3): problems as
 * {@code .ctt}, solutions as lines {@code course room day period}.
 *
 * <p>A lecture becomes an event {@code course/n}, a curriculum a group, a teacher a fixed person. Costs: a room option
 * costs 1 for each student without a seat, a missing working day 5, an isolated lecture of a curriculum 2, an extra room
 * of a course 1.
 */
@NullMarked
package org.horarium.formats.itc2007;

import org.jspecify.annotations.NullMarked;
