package org.horarium.assessment.model;

import java.util.List;

/**
 * One assessment of the centre.
 *
 * @param id unique among assessments
 * @param name as shown
 * @param type what kind it is
 * @param participants ids of those who take it, at least one
 */
public record Assessment(String id, String name, AssessmentType type, List<String> participants) {
    public Assessment {
        participants = List.copyOf(participants);
    }
}
