package org.horarium.engine.verify;

import java.util.List;

/**
 * One place where a constraint does not hold.
 *
 * @param events ids of the events involved
 * @param units units of violation, as the constraint defines them; at least 1
 * @param message who and when, without a full stop
 */
record Breach(List<String> events, long units, String message) {}
