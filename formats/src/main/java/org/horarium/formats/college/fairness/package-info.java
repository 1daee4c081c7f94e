/**
 * Whether a timetable is fair to the people who said what they prefer: profiles, their order, envy. Uses the arithmetic of
 * {@code college.problem}; knows nothing of how timetables are searched.
 */
@NullMarked
package org.horarium.formats.college.fairness;

import org.jspecify.annotations.NullMarked;
