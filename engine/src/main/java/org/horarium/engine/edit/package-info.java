/**
 * Editing a plan by hand: where an event may go and why not elsewhere, what each choice would cost by goal, and chains of
 * a few moves that make a wish possible. Answers come from the compiled {@link org.horarium.engine.state.State}, fast
 * enough for a page that waits; what is stored afterwards is judged by {@code verify} as always.
 */
@NullMarked
package org.horarium.engine.edit;

import org.jspecify.annotations.NullMarked;
