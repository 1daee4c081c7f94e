package org.horarium.assessment.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.horarium.assessment.model.Assessment;
import org.horarium.assessment.model.AssessmentType;
import org.horarium.assessment.model.Centre;

/**
 * People who form groups together, and what limits how many groups they are.
 *
 * @param people their ids
 * @param assessments group activities, business cases and questionnaires of theirs
 * @param leaders ids of the assessors mapped to all of these
 * @param bySize most groups that the least size allows
 * @param caseRooms rooms of the business case with the fewest; {@link Integer#MAX_VALUE} without one
 */
record Groups(List<String> people, List<Assessment> assessments, List<String> leaders, int bySize, int caseRooms) {

    /** How many groups there will be. */
    int count() {
        return Math.min(Math.min(leaders.size(), bySize), caseRooms);
    }

    /** All of a centre. */
    static List<Groups> of(Centre centre) {
        Map<Set<String>, List<Assessment>> sets = new LinkedHashMap<>();
        for (Assessment a : centre.assessments()) {
            if (a.type().isGroup()) {
                sets.computeIfAbsent(new TreeSet<>(a.participants()), k -> new ArrayList<>())
                        .add(a);
            }
        }
        List<Groups> all = new ArrayList<>();
        sets.forEach((people, stages) -> {
            List<Assessment> assessments = new ArrayList<>(stages);
            centre.assessments().stream()
                    .filter(a -> a.type() == AssessmentType.QUESTIONNAIRE
                            && a.participants().stream().anyMatch(people::contains))
                    .forEach(assessments::add);
            Set<String> leaders =
                    new LinkedHashSet<>(centre.assessorsFor(stages.get(0).id()));
            assessments.forEach(a -> leaders.retainAll(new HashSet<>(centre.assessorsFor(a.id()))));
            int rooms = stages.stream()
                    .filter(a -> a.type() == AssessmentType.BUSINESS_CASE)
                    .mapToInt(a -> centre.roomsFor(a.id()).size())
                    .min()
                    .orElse(Integer.MAX_VALUE);
            all.add(new Groups(
                    List.copyOf(people),
                    assessments,
                    List.copyOf(leaders),
                    people.size() / centre.minGroupSize(),
                    rooms));
        });
        return all;
    }
}
