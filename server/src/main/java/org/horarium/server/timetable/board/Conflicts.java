package org.horarium.server.timetable.board;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.horarium.engine.verify.HardRule;
import org.horarium.engine.verify.Violation;
import org.horarium.formats.college.problem.Activity;
import org.horarium.formats.college.problem.Atom;
import org.horarium.server.timetable.PlacedActivity;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** What is wrong with a draft, for its panel: by kind, each with the place to look at it. */
final class Conflicts {
    private final OpenDraft draft;
    private final Wording words;
    private final Where where;

    Conflicts(OpenDraft draft, Wording words, Where where) {
        this.draft = draft;
        this.words = words;
        this.where = where;
    }

    /** Kinds of conflicts, in the order of the panel. */
    enum Kind {
        PERSON,
        AVAILABILITY,
        ROOM,
        GROUP,
        STUDENT,
        EQUIPMENT,
        LOAD,
        RULE,
        PLACE,
        INSISTED;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A conflict, in words.
     *
     * @param kind of it
     * @param text what is wrong
     * @param activity whom to ask for suggestions; empty when nobody
     * @param activities ids of all that take part
     * @param acknowledged whether somebody insists on it
     * @param show address of the week in which it is seen; empty when there is none
     */
    record Conflict(
            String kind, String text, String activity, List<String> activities, boolean acknowledged, String show) {}

    /** Ids of the activities in some conflicts, with spaces between. */
    static String activities(List<Conflict> conflicts, boolean acknowledged) {
        return conflicts.stream()
                .filter(conflict -> conflict.acknowledged() == acknowledged)
                .flatMap(conflict -> conflict.activities().stream())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** All of them, by kind. */
    List<Conflict> of(List<Acknowledged> insisted) {
        Set<String> known = new LinkedHashSet<>();
        insisted.forEach(one -> known.add(one.activity()));
        record Found(Kind kind, Conflict conflict) {}
        List<Found> found = new ArrayList<>();
        Map<List<String>, Integer> students = new LinkedHashMap<>();
        Map<List<String>, Violation> clashes = new LinkedHashMap<>();
        for (Violation violation : draft.verdict().violations()) {
            Kind kind = kind(violation);
            if (violation.rule() == HardRule.PLACED) {
                continue;
            }
            if (kind == Kind.STUDENT) {
                List<String> events = violation.events().stream().sorted().toList();
                students.merge(events, takers(violation), Integer::sum);
                clashes.put(events, violation);
            } else {
                found.add(new Found(kind, conflict(kind, violation.message(), violation, known)));
            }
        }
        students.forEach((events, count) -> {
            Violation violation = clashes.get(events);
            if (violation != null) {
                String text = words.text(
                        "timetable.board.students",
                        count,
                        String.join(", ", events.stream().map(words::activity).toList()));
                found.add(new Found(Kind.STUDENT, conflict(Kind.STUDENT, text, violation, known)));
            }
        });
        for (Acknowledged one : insisted) {
            boolean out = draft.places().get(one.activity()) == null;
            String text = words.text(
                    out ? "timetable.board.leftout" : "timetable.board.insisted",
                    words.activity(one.activity()),
                    one.actorName(),
                    one.reason());
            found.add(new Found(
                    Kind.INSISTED,
                    new Conflict(
                            Kind.INSISTED.code(),
                            text,
                            one.activity(),
                            List.of(one.activity()),
                            true,
                            show(one.activity(), null))));
        }
        found.sort(Comparator.comparing(Found::kind));
        return found.stream().map(Found::conflict).toList();
    }

    private Conflict conflict(Kind kind, String text, Violation violation, Set<String> known) {
        List<String> events = violation.events();
        return new Conflict(
                kind.code(),
                text,
                events.isEmpty() ? "" : events.get(0),
                events,
                events.stream().anyMatch(known::contains),
                events.isEmpty() ? "" : show(events.get(0), violation));
    }

    private Kind kind(Violation violation) {
        return switch (violation.rule()) {
            case ROOM_CLASH, ROOM_CANDIDATE -> Kind.ROOM;
            case PERSON_CLASH, STAFF_CANDIDATE -> Kind.PERSON;
            case ROOM_UNAVAILABLE, PERSON_UNAVAILABLE, GROUP_UNAVAILABLE -> Kind.AVAILABILITY;
            case GROUP_CLASH -> violation.events().stream().anyMatch(this::isElective) ? Kind.STUDENT : Kind.GROUP;
            case SECTIONING, CLASS_LIMIT -> Kind.STUDENT;
            case PLACED, PLACED_ONCE, TIME_CANDIDATE, PIN -> Kind.PLACE;
            case CONSTRAINT -> ofRule(violation.subject());
        };
    }

    /** The ids of a college's rules begin with what they are about. */
    private static Kind ofRule(String rule) {
        if (rule.startsWith("equipment:")) {
            return Kind.EQUIPMENT;
        }
        return rule.startsWith("week-load:") || rule.startsWith("day-load:") || rule.startsWith("days:")
                ? Kind.LOAD
                : Kind.RULE;
    }

    private boolean isElective(String id) {
        Activity activity = draft.activity(id);
        return activity != null && activity.course().elective();
    }

    /** How many students are in the group of a violation. */
    private int takers(Violation violation) {
        return draft.problem().activities().stream()
                .flatMap(activity -> activity.attendees().stream())
                .filter(atom -> atom.id().equals(violation.subject()))
                .mapToInt(Atom::size)
                .findFirst()
                .orElse(0);
    }

    /** The board as whoever or whatever is concerned sees it, with the activity marked. */
    private String show(String id, @Nullable Violation violation) {
        PlacedActivity place = draft.places().get(id);
        if (place == null) {
            return "";
        }
        String by = "group";
        String of = place.attendees().isEmpty() ? null : place.attendees().get(0);
        if (violation != null) {
            switch (violation.rule()) {
                case ROOM_CLASH, ROOM_UNAVAILABLE, ROOM_CANDIDATE -> {
                    by = "room";
                    of = place.room();
                }
                case PERSON_CLASH, PERSON_UNAVAILABLE, STAFF_CANDIDATE -> {
                    by = "person";
                    of = place.staff().isEmpty() ? null : place.staff().get(0).person();
                    for (PlacedActivity.Staff staff : place.staff()) {
                        if (staff.person().equals(violation.subject())) {
                            of = staff.person();
                        }
                    }
                }
                default -> {
                    // the week of those who attend
                }
            }
        }
        return new Where(by, of, where.by2(), where.of2(), null, where.find())
                        .board(draft.revision().schedule(), draft.revision().number())
                + "#show="
                + UriUtils.encode(id, StandardCharsets.UTF_8);
    }
}
