package org.horarium.server.schedule;

import org.horarium.formats.college.College;

/** The whole college as one document, preferences and pins included. */
public interface Colleges {
    /** Whether nothing has been entered yet. */
    boolean isEmpty();

    /**
     * Writes a whole college in one transaction: all of it or nothing. Its pins are for every schedule of its term.
     *
     * @throws org.horarium.formats.FormatException when the document has faults; tells all of them
     * @throws IllegalStateException when there is a college already
     */
    void insert(College college);

    /**
     * Reads the whole college with one of its terms: what was written comes back equal.
     *
     * @param term code of the term
     * @throws IllegalArgumentException when there is no such term
     */
    College whole(String term);
}
