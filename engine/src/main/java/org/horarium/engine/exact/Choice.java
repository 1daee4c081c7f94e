package org.horarium.engine.exact;

import com.google.ortools.sat.BoolVar;

/**
 * Something an event may take, and the variable that says whether it does.
 *
 * @param value a time, or the id of a room or a person
 * @param chosen the variable
 * @param extra whether it is beyond the candidates, and allowed at a price only
 */
record Choice<T>(T value, BoolVar chosen, boolean extra) {}
