package org.horarium.formats.assessment;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.assessment.model.Assessment;
import org.horarium.assessment.model.AssessmentType;
import org.horarium.assessment.model.Assessor;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Day;
import org.horarium.assessment.model.NoGoPair;
import org.horarium.assessment.model.Participant;
import org.horarium.assessment.model.Period;
import org.horarium.assessment.model.Room;
import org.horarium.formats.Fault;
import org.horarium.formats.FormatException;
import org.jspecify.annotations.Nullable;

/** Reads an assessment centre from JSON. */
public final class CentreReader {
    private static final int MOST_PEOPLE = 1000;
    private static final int MOST_DAYS = 60;
    private static final int MINUTES_OF_DAY = 24 * 60;
    private static final Set<String> FIELDS = Set.of(
            "name",
            "time_zone",
            "participants",
            "assessors",
            "rooms",
            "assessments",
            "room_assessment_mapping",
            "assessment_assessor_mapping",
            "duration_of_each_activity",
            "group_activity_duration",
            "buffer_minutes",
            "buffer_after_break",
            "daily_start_time",
            "daily_end_time",
            "days",
            "min_group_size",
            "max_assessors_per_session",
            "no_go_pairs");

    private final List<Fault> faults = new ArrayList<>();
    private final JsonPlace root;

    private CentreReader(String json) {
        this.root = JsonPlace.parse(json, faults);
    }

    /**
     * The centre of a JSON document.
     *
     * @param json the document's text
     * @throws FormatException with all the faults of the document, each with its JSON pointer
     */
    public static Centre read(String json) {
        return new CentreReader(json).centre();
    }

    /** True when the text looks like an assessment centre: a JSON object with participants and assessors. */
    public static boolean recognises(String json) {
        try {
            return JsonPlace.parse(json, new ArrayList<>()).names().containsAll(Set.of("participants", "assessors"));
        } catch (FormatException e) {
            return false;
        }
    }

    private Centre centre() {
        root.onlyFields(FIELDS);
        JsonPlace name = root.field("name");
        String title = name == null ? "Assessment centre" : name.text();
        ZoneId zone = zone();
        Map<String, Participant> participants = new LinkedHashMap<>();
        for (JsonPlace p : list("participants", MOST_PEOPLE)) {
            person(p, Set.of("id", "name", "unavailable", "extra_time_percent"), participants, (id, shown, away) -> {
                JsonPlace extra = p.isObject() ? p.field("extra_time_percent") : null;
                Integer percent = extra == null ? Integer.valueOf(0) : extra.integer(0, 300);
                return new Participant(id, shown, away, percent == null ? 0 : percent);
            });
        }
        Map<String, Assessor> assessors = new LinkedHashMap<>();
        for (JsonPlace a : list("assessors", MOST_PEOPLE)) {
            person(a, Set.of("id", "name", "unavailable"), assessors, Assessor::new);
        }
        Map<String, Room> rooms = new LinkedHashMap<>();
        for (JsonPlace r : list("rooms", MOST_PEOPLE)) {
            person(r, Set.of("id", "name"), rooms, (id, shown, away) -> new Room(id, shown));
        }
        List<Assessment> assessments = assessments(participants.keySet());
        Set<String> kinds =
                new HashSet<>(assessments.stream().map(Assessment::id).toList());
        Map<String, List<String>> roomMapping = mapping("room_assessment_mapping", kinds, rooms.keySet(), "room");
        Map<String, List<String>> assessorMapping =
                mapping("assessment_assessor_mapping", kinds, assessors.keySet(), "assessor");
        int activity = minutes(root.required("duration_of_each_activity"), Centre.GRID_MINUTES, 0);
        int group = minutes(root.field("group_activity_duration"), Centre.GRID_MINUTES, activity);
        int buffer = minutes(root.field("buffer_minutes"), 0, 5);
        JsonPlace after = root.field("buffer_after_break");
        Boolean bufferAfterBreak = after == null ? Boolean.FALSE : after.bool();
        List<Day> days = days(zone);
        int minGroup = number("min_group_size", 3);
        int maxAssessors = number("max_assessors_per_session", 2);
        List<NoGoPair> noGo = noGoPairs(participants.keySet(), assessors.keySet());
        if (!faults.isEmpty() || title == null || bufferAfterBreak == null) {
            throw new FormatException(faults);
        }
        return new Centre(
                title,
                zone,
                List.copyOf(participants.values()),
                List.copyOf(assessors.values()),
                List.copyOf(rooms.values()),
                assessments,
                roomMapping,
                assessorMapping,
                activity,
                group,
                buffer,
                bufferAfterBreak,
                days,
                minGroup,
                maxAssessors,
                noGo);
    }

    private ZoneId zone() {
        JsonPlace place = root.field("time_zone");
        ZoneId zone = place == null ? null : place.parsed("A time zone such as \"Europe/Berlin\"", ZoneId::of);
        return zone == null ? ZoneId.of("UTC") : zone;
    }

    private List<JsonPlace> list(String field, int most) {
        JsonPlace place = root.required(field);
        if (place == null) {
            return List.of();
        }
        List<JsonPlace> items = place.items();
        if (items.isEmpty() && place.faults().stream().noneMatch(f -> f.where().equals(place.pointer()))) {
            place.fault("At least one entry is needed.");
        }
        if (items.size() > most) {
            place.fault("At most " + most + " entries can be planned, not " + items.size() + ".");
            return items.subList(0, most);
        }
        return items;
    }

    /** Makes one person or room. */
    private interface Maker<T> {
        T make(String id, String name, List<Period> unavailable);
    }

    private <T> void person(JsonPlace place, Set<String> fields, Map<String, T> into, Maker<T> maker) {
        String id;
        String name;
        List<Period> away = List.of();
        if (place.isString()) {
            id = place.text();
            name = id;
        } else if (!place.isObject()) {
            place.fault("An object with an \"id\", or a plain text as the id, is expected.");
            return;
        } else {
            place.onlyFields(fields);
            id = id(place);
            JsonPlace shown = place.field("name");
            name = shown == null ? id : shown.text();
            JsonPlace list = place.field("unavailable");
            away = list == null ? List.of() : unavailable(list);
        }
        if (id == null) {
            return;
        }
        T made = maker.make(id, name == null ? id : name, away);
        if (into.putIfAbsent(id, made) != null) {
            place.fault("The id \"" + id + "\" is given twice.");
        }
    }

    private static @Nullable String id(JsonPlace place) {
        JsonPlace id = place.required("id");
        return id == null ? null : id.text();
    }

    private static List<Period> unavailable(JsonPlace list) {
        List<Period> periods = new ArrayList<>();
        for (JsonPlace item : list.items()) {
            if (!item.expectObject()) {
                continue;
            }
            item.onlyFields(Set.of("start", "end"));
            JsonPlace from = item.required("start");
            JsonPlace to = item.required("end");
            LocalDateTime start = from == null ? null : from.dateTime();
            LocalDateTime end = to == null ? null : to.dateTime();
            if (start != null && end != null) {
                if (end.isAfter(start)) {
                    periods.add(new Period(start, end));
                } else {
                    item.fault("The end (" + end + ") must be after the start (" + start + ").");
                }
            }
        }
        return periods;
    }

    private List<Assessment> assessments(Set<String> participants) {
        Map<String, Assessment> made = new LinkedHashMap<>();
        Map<String, JsonPlace> places = new HashMap<>();
        for (JsonPlace place : list("assessments", MOST_PEOPLE)) {
            if (!place.expectObject()) {
                continue;
            }
            place.onlyFields(Set.of("id", "name", "type", "participants"));
            String id = id(place);
            JsonPlace shown = place.field("name");
            String name = shown == null ? id : shown.text();
            AssessmentType type = type(place);
            JsonPlace who = place.field("participants");
            List<String> takers = who == null
                    ? List.copyOf(participants)
                    : references(who, participants, "participant", "Nobody takes it. Leave it out, or name someone.");
            if (id == null) {
                continue;
            }
            Assessment assessment =
                    new Assessment(id, name == null ? id : name, type == null ? AssessmentType.SCENARIO : type, takers);
            if (made.putIfAbsent(id, assessment) != null) {
                place.fault("The id \"" + id + "\" is given twice.");
            } else {
                places.put(id, place);
            }
        }
        sameGroups(List.copyOf(made.values()), places);
        return List.copyOf(made.values());
    }

    private static @Nullable AssessmentType type(JsonPlace assessment) {
        JsonPlace place = assessment.required("type");
        String text = place == null ? null : place.text();
        if (place == null || text == null) {
            return null;
        }
        AssessmentType type = AssessmentType.of(text);
        if (type == null) {
            place.fault("The type \"" + text + "\" is not known. Known are: " + String.join(", ", AssessmentType.ids())
                    + ".");
        }
        return type;
    }

    /** Groups are formed once: group assessments must be taken by the same people, or by quite different ones. */
    private static void sameGroups(List<Assessment> all, Map<String, JsonPlace> places) {
        List<Assessment> grouped = all.stream().filter(a -> a.type().isGroup()).toList();
        for (int i = 0; i < grouped.size(); i++) {
            for (int j = 0; j < i; j++) {
                Set<String> one = new HashSet<>(grouped.get(j).participants());
                Set<String> two = new HashSet<>(grouped.get(i).participants());
                JsonPlace place = places.get(grouped.get(i).id());
                if (place != null && !one.equals(two) && two.stream().anyMatch(one::contains)) {
                    place.fault("\"" + grouped.get(j).id() + "\" and \""
                            + grouped.get(i).id()
                            + "\" are taken by some people together, but not by the same people. Groups stay together,"
                            + " so give both the same participants, or two lists without a common one.");
                }
            }
        }
    }

    private Map<String, List<String>> mapping(String field, Set<String> keys, Set<String> values, String kind) {
        Map<String, List<String>> mapping = new LinkedHashMap<>();
        JsonPlace place = root.required(field);
        if (place == null || !place.expectObject()) {
            return mapping;
        }
        for (String key : place.orderedNames()) {
            JsonPlace list = place.field(key);
            if (list == null) {
                continue;
            }
            if (!keys.contains(key)) {
                list.fault("There is no assessment \"" + key + "\".");
            }
            mapping.put(key, references(list, values, kind, null));
        }
        return mapping;
    }

    private static List<String> references(JsonPlace list, Set<String> known, String kind, @Nullable String ifEmpty) {
        Set<String> ids = new LinkedHashSet<>();
        List<JsonPlace> items = list.items();
        if (items.isEmpty() && ifEmpty != null) {
            list.fault(ifEmpty);
        }
        for (JsonPlace item : items) {
            String id = item.text();
            if (id == null) {
                continue;
            }
            if (!known.contains(id)) {
                item.fault("There is no " + kind + " \"" + id + "\".");
            } else if (!ids.add(id)) {
                item.fault("The " + kind + " \"" + id + "\" is named twice.");
            }
        }
        return List.copyOf(ids);
    }

    private int minutes(@Nullable JsonPlace place, int least, int ifMissing) {
        if (place == null) {
            return ifMissing;
        }
        Integer value = place.integer(least, MINUTES_OF_DAY);
        if (value != null && value % Centre.GRID_MINUTES != 0) {
            place.fault("Minutes must be a multiple of " + Centre.GRID_MINUTES + ", not " + value + ".");
        }
        return value == null ? ifMissing : value;
    }

    private int number(String field, int ifMissing) {
        JsonPlace place = root.field(field);
        Integer value = place == null ? Integer.valueOf(ifMissing) : place.integer(1, MOST_PEOPLE);
        return value == null ? ifMissing : value;
    }

    private List<Day> days(ZoneId zone) {
        DayReader reader = new DayReader(time("daily_start_time"), time("daily_end_time"), zone);
        Map<LocalDate, Day> days = new HashMap<>();
        for (JsonPlace place : list("days", MOST_DAYS)) {
            Day day = reader.read(place);
            if (day != null && days.putIfAbsent(day.date(), day) != null) {
                place.fault("The day " + day.date() + " is given twice.");
            }
        }
        return days.values().stream().sorted(Comparator.comparing(Day::date)).toList();
    }

    private @Nullable LocalTime time(String field) {
        JsonPlace place = root.field(field);
        return place == null ? null : DayReader.onGrid(place);
    }

    private List<NoGoPair> noGoPairs(Set<String> participants, Set<String> assessors) {
        List<NoGoPair> pairs = new ArrayList<>();
        JsonPlace place = root.field("no_go_pairs");
        if (place == null) {
            return pairs;
        }
        for (JsonPlace pair : place.items()) {
            List<JsonPlace> two = pair.items();
            if (two.size() != 2) {
                pair.fault("A pair [participant, assessor] is expected.");
                continue;
            }
            String participant = two.get(0).text();
            String assessor = two.get(1).text();
            if (participant != null && !participants.contains(participant)) {
                two.get(0).fault("There is no participant \"" + participant + "\".");
            }
            if (assessor != null && !assessors.contains(assessor)) {
                two.get(1).fault("There is no assessor \"" + assessor + "\".");
            }
            if (participant != null && assessor != null) {
                pairs.add(new NoGoPair(participant, assessor));
            }
        }
        return pairs;
    }
}
