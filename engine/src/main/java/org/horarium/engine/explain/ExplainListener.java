package org.horarium.engine.explain;

/** Is told how far an explanation is. */
@FunctionalInterface
public interface ExplainListener {
    /** Nobody listens. */
    ExplainListener SILENT = (part, soFar) -> {};

    /**
     * A part begins.
     *
     * @param part which
     * @param soFar what the parts before it found
     */
    void begins(Part part, Explanation soFar);

    /** The parts of an explanation, in order; a part that is not needed is not told. */
    enum Part {
        /** Counting and matching. */
        PREFLIGHT,
        /** Looking for events that cannot be placed. */
        SEARCH,
        /** Looking for rules that exclude each other. */
        CONFLICT,
        /** Looking for what would help. */
        RELAXATIONS
    }
}
