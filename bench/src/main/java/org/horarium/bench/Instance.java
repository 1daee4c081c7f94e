package org.horarium.bench;

import org.horarium.engine.model.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A problem of a suite.
 *
 * @param name as it is published
 * @param problem what is to be solved
 * @param bestKnown smallest cost anybody has published; null where there is none
 */
record Instance(String name, Problem problem, @Nullable Long bestKnown) {}
