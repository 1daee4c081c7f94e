package org.horarium.server.assessmentcentre.view;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Session;
import org.horarium.server.assessmentcentre.SessionState;
import org.jspecify.annotations.Nullable;

/**
 * A session with the names of all who take part.
 *
 * @param key of the session
 * @param assessment name of what is assessed
 * @param colour number of its colour, 0 to 11
 * @param group id of the group; null for individual sessions
 * @param participants names
 * @param assessors names
 * @param room name; null for none
 * @param start local to the centre
 * @param end local to the centre
 * @param state where it stands on the day; null when that is not asked
 */
public record SessionCard(
        String key,
        String assessment,
        int colour,
        @Nullable String group,
        List<String> participants,
        List<String> assessors,
        @Nullable String room,
        LocalDateTime start,
        LocalDateTime end,
        @Nullable SessionState state) {
    private static final int COLOURS = 12;

    /** With the names of the centre; {@code state} is asked where each session stands, or answers null. */
    public static SessionCard of(Centre centre, Session s, Function<Session, @Nullable SessionState> state) {
        int index = 0;
        String name = s.assessment();
        for (int i = 0; i < centre.assessments().size(); i++) {
            if (centre.assessments().get(i).id().equals(s.assessment())) {
                index = i;
                name = centre.assessments().get(i).name();
            }
        }
        var room = s.room() == null ? null : centre.room(s.room());
        return new SessionCard(
                s.key(),
                name,
                index % COLOURS,
                s.group(),
                s.participants().stream().map(id -> participant(centre, id)).toList(),
                s.assessors().stream().map(id -> assessor(centre, id)).toList(),
                room == null ? s.room() : room.name(),
                s.start(),
                s.end(),
                state.apply(s));
    }

    private static String participant(Centre centre, String id) {
        var p = centre.participant(id);
        return p == null ? id : p.name();
    }

    private static String assessor(Centre centre, String id) {
        var a = centre.assessor(id);
        return a == null ? id : a.name();
    }

    /** Names of the participants in one text. */
    public String who() {
        return String.join(", ", participants);
    }

    /** Names of the assessors in one text. */
    public String judges() {
        return String.join(", ", assessors);
    }

    /** What a bar of a row says under the assessment, besides whose row it is. */
    public String detail(By by) {
        return switch (by) {
            case PARTICIPANT -> join(room, judges());
            case ASSESSOR -> join(who(), room);
            case ROOM -> join(who(), judges());
            case ASSESSMENT -> join(who(), join(room, judges()));
        };
    }

    /** The one thing that a narrow bar says under the assessment: where for a participant, else whom. */
    public String brief(By by) {
        return by != By.PARTICIPANT ? who() : room == null ? judges() : room;
    }

    private static String join(@Nullable String one, @Nullable String two) {
        return one == null ? String.valueOf(two) : two == null ? one : one + " · " + two;
    }
}
