package org.horarium.server.preference;

import java.util.List;
import org.horarium.formats.college.Preference;

/** The preferences of all personnel, people and templates named by their codes. */
public interface Preferences {
    /**
     * Adds preferences, in the caller's transaction.
     *
     * @throws IllegalArgumentException when a person or a template is not there
     */
    void insert(List<Preference> preferences);

    /** All preferences, in the order in which they were entered. */
    List<Preference> read();
}
