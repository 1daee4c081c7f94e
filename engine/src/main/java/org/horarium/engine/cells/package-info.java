/**
 * The slots of a problem as numbered bits, for what counts slots: pre-flight and exact models. Not exported; it knows
 * records of {@code model} and nothing else.
 */
@NullMarked
package org.horarium.engine.cells;

import org.jspecify.annotations.NullMarked;
