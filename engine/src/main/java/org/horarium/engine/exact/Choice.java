package org.horarium.engine.exact;

import com.google.ortools.sat.BoolVar;

/**
 * Something an event may take, and the variable that says whether it does.
 *
 * @param value a time, or the id of a room or a person
 * @param chosen the variable
 */
record Choice<T>(T value, BoolVar chosen) {}
