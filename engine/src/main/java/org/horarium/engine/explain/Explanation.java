package org.horarium.engine.explain;

import java.util.List;

/**
 * Why a problem has no plan, and what would help.
 *
 * @param impossibilities what {@link Preflight} proves
 * @param conflict a small set of rules that exclude each other, with what is proved of it
 * @param relaxations what to change, the best first
 * @param notes what the reader should know: parts that could not be asked
 */
public record Explanation(
        List<Impossibility> impossibilities, Conflict conflict, List<Relaxation> relaxations, List<String> notes) {
    public Explanation {
        impossibilities = List.copyOf(impossibilities);
        relaxations = List.copyOf(relaxations);
        notes = List.copyOf(notes);
    }

    /** Whether it is certain that there is a plan: one was found. */
    public boolean solvable() {
        return conflict.certainty() == Conflict.Certainty.NONE;
    }
}
