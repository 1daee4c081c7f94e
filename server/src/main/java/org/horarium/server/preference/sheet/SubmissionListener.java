package org.horarium.server.preference.sheet;

import java.util.List;

/** Told of each submission, in its transaction. */
public interface SubmissionListener {
    /**
     * Something was submitted.
     *
     * @param sheet with the submission
     * @param items what its entries are about
     */
    void submitted(Sheet sheet, List<Item> items);
}
