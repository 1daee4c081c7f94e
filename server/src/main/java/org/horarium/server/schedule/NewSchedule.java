package org.horarium.server.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schedule that somebody wants to make.
 *
 * @param name for people; null or blank for one made of its scope
 * @param term code of the term
 * @param departments codes of its departments, at least one
 * @param groups codes of batches, or of single sections, of these departments; none for all of their batches
 */
public record NewSchedule(@Nullable String name, @Nullable String term, List<String> departments, List<String> groups) {
    public NewSchedule {
        departments = List.copyOf(departments);
        groups = List.copyOf(groups);
    }
}
