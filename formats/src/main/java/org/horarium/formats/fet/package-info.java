/**
 * Files of FET, the free timetabling program (mode Official): data as {@code .fet}, and timetables as the data with every
 * activity fixed. An activity becomes an event of the same id, a subgroup (or a year or group without any) a group, a
 * teacher a fixed person; days and hours become the grid of one week.
 *
 * <p>A weight of 100 % makes a constraint hard; w below 100 makes it soft with penalty ⌈w / (100 − w)⌉. What FET says and
 * the engine's model cannot is named in the warnings of the result, never dropped in silence.
 */
@NullMarked
package org.horarium.formats.fet;

import org.jspecify.annotations.NullMarked;
