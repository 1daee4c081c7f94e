package org.horarium.assessment.model;

import java.util.List;

/**
 * Who assesses.
 *
 * @param id unique among assessors
 * @param name as shown
 * @param unavailable when no session may take place
 */
public record Assessor(String id, String name, List<Period> unavailable) {
    public Assessor {
        unavailable = List.copyOf(unavailable);
    }
}
