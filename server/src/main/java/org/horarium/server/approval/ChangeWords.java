package org.horarium.server.approval;

import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.horarium.server.timetable.FrameNames;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.PlacedActivity.Weeks;
import org.horarium.server.timetable.RevisionDiff.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Says a change as the person sees it: "Your Tuesday Circuits lab (EEE 2024 A) moved from … to …". */
final class ChangeWords {
    private final MessageSource messages;
    private final FrameNames was;
    private final FrameNames now;
    private final Locale locale;
    /** By identity: many people are told the same of the same change, and comparing what is in it is dear. */
    private final Map<Change, Map<Side, String>> said = new IdentityHashMap<>();

    /** What of a change is the person's. */
    private enum Side {
        BEFORE,
        AFTER,
        BOTH
    }

    /**
     * @param was names of before
     * @param now names of after
     * @param locale of the sentences
     */
    ChangeWords(MessageSource messages, FrameNames was, FrameNames now, Locale locale) {
        this.messages = messages;
        this.was = was;
        this.now = now;
        this.locale = locale;
    }

    /**
     * The sentences about a change.
     *
     * @param mine whether an activity is one of the person's: what somebody else takes over ends for the person
     */
    String of(Change change, Predicate<PlacedActivity> mine) {
        PlacedActivity before = change.before() == null || !mine.test(change.before()) ? null : change.before();
        PlacedActivity after = change.after() == null || !mine.test(change.after()) ? null : change.after();
        if (before == null && after == null) {
            throw new IllegalArgumentException("The change of (%s) does not concern the person."
                    .formatted(change.any().activity()));
        }
        return said.computeIfAbsent(change, key -> new EnumMap<>(Side.class))
                .computeIfAbsent(
                        before == null ? Side.AFTER : after == null ? Side.BEFORE : Side.BOTH,
                        side -> sentence(change, before, after));
    }

    private String sentence(Change change, @Nullable PlacedActivity before, @Nullable PlacedActivity after) {
        if (before == null) {
            PlacedActivity added = Objects.requireNonNull(after);
            return text("added", what(now, added), place(now, added), people(now, added));
        }
        if (after == null) {
            return text(change.after() == null ? "removed" : "gone", day(before), what(was, before), time(was, before));
        }
        return moved(before, after);
    }

    private String moved(PlacedActivity before, PlacedActivity after) {
        String what = what(now, after);
        boolean sameTime = when(was, before).equals(when(now, after));
        String roomWas = room(was, before);
        String roomNow = room(now, after);
        String peopleWas = people(was, before);
        String peopleNow = people(now, after);
        List<String> sentences = new ArrayList<>();
        if (!sameTime) {
            sentences.add(text("moved", day(before), what, when(was, before), when(now, after)));
        }
        if (!roomWas.equals(roomNow)) {
            sentences.add(
                    sameTime
                            ? text("room", day(before), what, time(now, after), roomWas, roomNow)
                            : text("room.too", roomWas, roomNow));
        }
        if (!peopleWas.equals(peopleNow)) {
            sentences.add(
                    sentences.isEmpty()
                            ? text("people", day(before), what, time(now, after), peopleWas, peopleNow)
                            : text("people.too", peopleWas, peopleNow));
        }
        if (sentences.isEmpty()) {
            sentences.add(text("attendees", day(before), what, time(now, after)));
        }
        return String.join(" ", sentences);
    }

    private String what(FrameNames names, PlacedActivity activity) {
        return names.template(activity).name() + " (" + names.group(activity) + ")";
    }

    private String day(PlacedActivity activity) {
        return activity.day().getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    private String time(FrameNames names, PlacedActivity activity) {
        String time = names.start(activity) + "–" + names.end(activity);
        return activity.weeks() == Weeks.EVERY ? time : time + ", " + text("week", activity.weeks());
    }

    private String when(FrameNames names, PlacedActivity activity) {
        return day(activity) + " " + time(names, activity);
    }

    private String place(FrameNames names, PlacedActivity activity) {
        return activity.room() == null ? when(names, activity) : when(names, activity) + ", " + room(names, activity);
    }

    private String room(FrameNames names, PlacedActivity activity) {
        @Nullable String room = names.room(activity);
        return room == null ? text("room.none") : room;
    }

    private String people(FrameNames names, PlacedActivity activity) {
        List<String> people = names.people(activity).stream().sorted().toList();
        return people.isEmpty() ? text("people.none") : String.join(", ", people);
    }

    private String text(String key, Object... values) {
        return messages.getMessage("approval.words." + key, values, locale);
    }
}
