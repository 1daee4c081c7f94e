package org.horarium.server.institution;

import org.horarium.formats.college.College;

/**
 * The college as one document: what this module owns of it. Preferences and pins belong to other modules and are left
 * alone when writing and empty when read.
 */
public interface CollegeDocuments {
    /** Whether nothing has been entered yet. */
    boolean isEmpty();

    /**
     * Writes a whole college, in the caller's transaction.
     *
     * @param college a document without faults
     * @throws IllegalStateException when there is a college already
     */
    void insert(College college);

    /**
     * Reads the whole college with one of its terms; lists are in the order in which the records were entered.
     *
     * @param term code of the term
     * @throws IllegalArgumentException when there is no such term
     */
    College read(String term);
}
