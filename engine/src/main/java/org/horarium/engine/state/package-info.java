/**
 * The mutable state of one search: who is where, and what it costs, kept up to date move by move. Each family of rules
 * is one small class that can tell what a change would cost ({@code propose…}) and carry it out ({@code insert},
 * {@code remove}); {@link org.horarium.engine.state.State} asks them in turn. {@link
 * org.horarium.engine.state.FullScore} computes the same from scratch and keeps them honest.
 *
 * <p>It knows the meaning of rules and nothing of how a search chooses its moves; nothing of {@code verify}.
 */
@NullMarked
package org.horarium.engine.state;

import org.jspecify.annotations.NullMarked;
