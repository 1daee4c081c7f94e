/**
 * The stages of a search after its first plan, one after the other: annealing, clustering, exact parts, evolution,
 * learning; and which of them are worth it at which size.
 *
 * <p>It puts {@code search}, {@code cluster}, {@code lns}, {@code exact}, {@code evolve} and {@code learn} to work; none of
 * them knows it.
 */
@NullMarked
package org.horarium.engine.pipeline;

import org.jspecify.annotations.NullMarked;
