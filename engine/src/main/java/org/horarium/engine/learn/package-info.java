/**
 * Q-learning over a small number of situations and ways to search: which way is tried next, and what it was worth. Learned
 * values can be saved and read again.
 *
 * <p>It knows nothing of plans: situations and actions are numbers and names.
 */
@NullMarked
package org.horarium.engine.learn;

import org.jspecify.annotations.NullMarked;
