/**
 * The independent judge of plans. It reads only the records of {@code model}, computes everything from scratch in the
 * most obvious way, and shares no code with the search.
 */
@NullMarked
package org.horarium.engine.verify;

import org.jspecify.annotations.NullMarked;
