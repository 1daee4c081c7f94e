package org.horarium.assessment.model;

import java.util.List;

/**
 * Who is assessed.
 *
 * @param id unique among participants
 * @param name as shown
 * @param unavailable when no session may take place
 * @param extraTimePercent how much longer this participant's individual sessions are, 0 for nothing
 */
public record Participant(String id, String name, List<Period> unavailable, int extraTimePercent) {
    public Participant {
        unavailable = List.copyOf(unavailable);
    }
}
