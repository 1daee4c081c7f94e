package org.horarium.assessment.model;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One session of a plan.
 *
 * @param assessment id of what is assessed
 * @param group id of the group that it belongs to: given for group activity and business case, null for individual
 *     sessions
 * @param participants ids of who is assessed: one, or the members of the group
 * @param assessors ids of who assesses; the first one leads
 * @param room id of the room; null for a questionnaire
 * @param start local to the centre's time zone
 * @param end first minute after the session
 */
public record Session(
        String assessment,
        @Nullable String group,
        List<String> participants,
        List<String> assessors,
        @Nullable String room,
        LocalDateTime start,
        LocalDateTime end) {
    public Session {
        participants = List.copyOf(participants);
        assessors = List.copyOf(assessors);
    }

    /** What the session keeps when it is moved: {@code assessment/group} or {@code assessment/participant}. */
    public String key() {
        return assessment + "/" + (group != null ? group : String.join("+", participants));
    }

    /** Start and end. Throws {@link IllegalArgumentException} where the end is not after the start. */
    public Period period() {
        return new Period(start, end);
    }

    /** Length in minutes; negative where the end is before the start. */
    public int minutes() {
        return (int) Duration.between(start, end).toMinutes();
    }

    /** True when this assessor takes part. */
    public boolean hasAssessor(String id) {
        return assessors.contains(id);
    }

    /** True when this participant takes part. */
    public boolean hasParticipant(String id) {
        return participants.contains(id);
    }
}
