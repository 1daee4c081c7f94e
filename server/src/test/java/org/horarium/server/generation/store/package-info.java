/** Helps tests to make stores of their own. */
@NullMarked
package org.horarium.server.generation.store;

import org.jspecify.annotations.NullMarked;
