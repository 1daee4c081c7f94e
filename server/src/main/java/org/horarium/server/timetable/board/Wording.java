package org.horarium.server.timetable.board;

import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.horarium.engine.verify.Violation;
import org.horarium.formats.college.problem.Activity;
import org.horarium.server.timetable.FrameNames;
import org.horarium.server.timetable.PlacedActivity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** What the board says, in the reader's language. */
public final class Wording {
    private final OpenDraft draft;
    private final FrameNames names;
    private final MessageSource messages;
    private final Locale locale;

    /** Words about a draft. */
    public Wording(OpenDraft draft, MessageSource messages, Locale locale) {
        this.draft = draft;
        this.names = new FrameNames(draft.revision().frame());
        this.messages = messages;
        this.locale = locale;
    }

    /** A message. */
    public String text(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    /** Name of an activity. */
    public String activity(String id) {
        Activity activity = draft.activity(id);
        return activity == null ? id : activity.name();
    }

    /** Day and clock times. */
    public String when(PlacedActivity place) {
        return "%s %s–%s%s"
                .formatted(
                        place.day().getDisplayName(TextStyle.SHORT_STANDALONE, locale),
                        names.start(place),
                        names.end(place),
                        place.weeks() == PlacedActivity.Weeks.EVERY
                                ? ""
                                : " (" + text("timetable.week." + place.weeks()) + ")");
    }

    /** Day, clock times, room and people. */
    public String place(PlacedActivity place) {
        String room = names.room(place);
        String people = String.join(", ", names.people(place));
        return when(place) + (room == null ? "" : " · " + room) + (people.isEmpty() ? "" : " · " + people);
    }

    /** What changes for an activity. */
    public String change(@Nullable PlacedActivity before, PlacedActivity after) {
        String name = activity(after.activity());
        return before == null
                ? text("timetable.board.was.placed", name, place(after))
                : text("timetable.board.was.moved", name, place(before, after), place(after, before));
    }

    /** A place, without the room and people that another place has as well. */
    String place(PlacedActivity place, PlacedActivity other) {
        StringBuilder text = new StringBuilder(when(place));
        if (!room(place).equals(room(other))) {
            text.append(" · ").append(room(place));
        }
        if (!place.staff().equals(other.staff())) {
            text.append(" · ").append(people(place));
        }
        return text.toString();
    }

    /**
     * Which goals get better or worse, the greatest change first.
     *
     * @param goals change by the name of the goal
     */
    List<String> goals(Map<String, Long> goals) {
        return goals.entrySet().stream()
                .filter(goal -> goal.getValue() != 0)
                .sorted(Comparator.comparingLong(goal -> -Math.abs(goal.getValue())))
                .map(goal -> "%s %+d".formatted(text("cost." + goal.getKey()), goal.getValue()))
                .toList();
    }

    /** Name of the room; empty when there is none. */
    public String room(PlacedActivity place) {
        String room = names.room(place);
        return room == null ? "" : room;
    }

    /** Name of a person. */
    public String person(String id) {
        return names.person(id);
    }

    /** Names of those who give it. */
    public String people(PlacedActivity place) {
        return String.join(", ", names.people(place));
    }

    /**
     * Why a place is illegal.
     *
     * @param violation what speaks against it; its first event is the one that asks
     */
    public String reason(Violation violation) {
        List<String> others = violation.events().stream().skip(1).toList();
        String who = subject(violation);
        String what = others.stream().map(this::activity).collect(Collectors.joining(", "));
        return switch (violation.rule()) {
            case ROOM_CLASH, PERSON_CLASH, GROUP_CLASH -> text("timetable.board.reason.busy", who, what);
            case ROOM_UNAVAILABLE, PERSON_UNAVAILABLE, GROUP_UNAVAILABLE -> text("timetable.board.reason.away", who);
            case PIN -> text("timetable.board.reason.pinned");
            case STAFF_CANDIDATE -> text("timetable.board.reason.vacant");
            default -> violation.message();
        };
    }

    private String subject(Violation violation) {
        return switch (violation.rule()) {
            case ROOM_CLASH, ROOM_UNAVAILABLE -> names.roomName(violation.subject());
            case PERSON_CLASH, PERSON_UNAVAILABLE -> names.person(violation.subject());
            case GROUP_CLASH, GROUP_UNAVAILABLE -> names.group(violation.subject());
            default -> violation.subject();
        };
    }
}
