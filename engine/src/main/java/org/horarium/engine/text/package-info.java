/**
 * How times, names and numbers are said to people, the same in every message of the engine. Not exported; it knows
 * records of {@code model} and nothing else.
 */
@NullMarked
package org.horarium.engine.text;

import org.jspecify.annotations.NullMarked;
