/**
 * What belongs together: the graph of events that share students, people, groups, scarce rooms or rules, and its
 * communities. They are the neighbourhoods of {@code exact} and the blocks of {@code evolve}.
 *
 * <p>It reads a compiled problem and who sits where; it knows nothing of how a plan is searched for.
 */
@NullMarked
package org.horarium.engine.cluster;

import org.jspecify.annotations.NullMarked;
