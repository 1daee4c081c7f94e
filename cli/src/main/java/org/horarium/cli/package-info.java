/** The commands of {@code ./horarium}: each reads its arguments, calls a library, and prints. No logic of its own. */
@NullMarked
package org.horarium.cli;

import org.jspecify.annotations.NullMarked;
