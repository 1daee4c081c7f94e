package org.horarium.server.assessmentcentre.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.horarium.assessment.model.Assessment;
import org.horarium.assessment.model.AssessmentType;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Day;
import org.horarium.assessment.model.Participant;
import org.horarium.assessment.model.Pause;
import org.horarium.assessment.model.Period;
import org.horarium.formats.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form of a centre. It is written as the JSON file that people can also upload, and read as that: so there is one place
 * that knows what is right. People, rooms, absences and no-go pairs are given a line each, parts separated by semicolons.
 *
 * @param values of the fields, by name
 */
record CentreForm(Map<String, String> values) {
    /** Fields for days. */
    static final int DAYS = 5;
    /** Rows for assessments. */
    static final int ROWS = 8;

    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final List<String> PAUSES = List.of("first_break", "lunch_break", "second_break");

    CentreForm {
        values = Map.copyOf(values);
    }

    /** What a browser sent. */
    static CentreForm of(MultiValueMap<String, String> sent) {
        Map<String, String> values = new TreeMap<>();
        sent.forEach((name, all) -> values.put(name, all.isEmpty() || all.get(0) == null ? "" : all.get(0)));
        return new CentreForm(values);
    }

    /**
     * An empty form with what is usual.
     *
     * @param day the first day
     */
    static CentreForm usual(LocalDate day) {
        Map<String, String> v = new TreeMap<>();
        v.put("time_zone", "Europe/Berlin");
        v.put("day0", day.toString());
        v.put("daily_start_time", "09:00");
        v.put("daily_end_time", "17:00");
        v.put("first_break_start", "10:40");
        v.put("first_break_end", "10:55");
        v.put("lunch_break_start", "12:30");
        v.put("lunch_break_end", "13:15");
        v.put("duration_of_each_activity", "30");
        v.put("group_activity_duration", "45");
        v.put("buffer_minutes", "5");
        v.put("min_group_size", "3");
        v.put("max_assessors_per_session", "2");
        List<String[]> rows = List.of(
                new String[] {"role-play", "Role Play", "role_play"},
                new String[] {"toyf", "TOYF", "toyf"},
                new String[] {"group-activity", "Group Activity", "group_activity"},
                new String[] {"business-case", "Business Case", "business_case"},
                new String[] {"questionnaire", "Leadership Questionnaire", "questionnaire"});
        for (int i = 0; i < rows.size(); i++) {
            v.put("a" + i + "_id", rows.get(i)[0]);
            v.put("a" + i + "_name", rows.get(i)[1]);
            v.put("a" + i + "_type", rows.get(i)[2]);
        }
        return new CentreForm(v);
    }

    /** The form of a centre that there is. What the form has no place for is lost: see {@link #holds}. */
    static CentreForm of(Centre c) {
        Map<String, String> v = new TreeMap<>();
        v.put("name", c.name());
        v.put("time_zone", c.timeZone().getId());
        v.put("participants", c.participants().stream().map(CentreForm::line).collect(Collectors.joining("\n")));
        v.put(
                "assessors",
                c.assessors().stream().map(a -> line(a.id(), a.name())).collect(Collectors.joining("\n")));
        v.put("rooms", c.rooms().stream().map(r -> line(r.id(), r.name())).collect(Collectors.joining("\n")));
        List<String> away = new ArrayList<>();
        c.participants().forEach(p -> p.unavailable().forEach(period -> away.add(line(p.id(), period))));
        c.assessors().forEach(a -> a.unavailable().forEach(period -> away.add(line(a.id(), period))));
        v.put("absences", String.join("\n", away));
        v.put(
                "no_go_pairs",
                c.noGoPairs().stream()
                        .map(pair -> pair.participant() + "; " + pair.assessor())
                        .collect(Collectors.joining("\n")));
        for (int i = 0; i < Math.min(DAYS, c.days().size()); i++) {
            v.put("day" + i, c.days().get(i).date().toString());
        }
        Day first = c.days().get(0);
        v.put("daily_start_time", first.start().toString());
        v.put("daily_end_time", first.end().toString());
        for (Pause p : first.breaks()) {
            String name = p.kind().name().toLowerCase(Locale.ROOT);
            v.put(name + "_start", p.start().toString());
            v.put(name + "_end", p.end().toString());
        }
        v.put("duration_of_each_activity", Integer.toString(c.activityMinutes()));
        v.put("group_activity_duration", Integer.toString(c.groupActivityMinutes()));
        v.put("buffer_minutes", Integer.toString(c.bufferMinutes()));
        v.put("buffer_after_break", c.bufferAfterBreak() ? "true" : "");
        v.put("min_group_size", Integer.toString(c.minGroupSize()));
        v.put("max_assessors_per_session", Integer.toString(c.maxAssessorsPerSession()));
        for (int i = 0; i < Math.min(ROWS, c.assessments().size()); i++) {
            row(v, i, c, c.assessments().get(i));
        }
        return new CentreForm(v);
    }

    private static void row(Map<String, String> v, int i, Centre c, Assessment a) {
        List<String> everybody = c.participants().stream().map(Participant::id).toList();
        List<String> allRooms = c.rooms().stream().map(r -> r.id()).toList();
        List<String> allAssessors = c.assessors().stream().map(x -> x.id()).toList();
        v.put("a" + i + "_id", a.id());
        v.put("a" + i + "_name", a.name());
        v.put("a" + i + "_type", a.type().id());
        v.put("a" + i + "_participants", ids(a.participants(), everybody));
        v.put("a" + i + "_rooms", a.type().needsRoom() ? ids(c.roomsFor(a.id()), allRooms) : "");
        v.put("a" + i + "_assessors", ids(c.assessorsFor(a.id()), allAssessors));
    }

    private static String ids(List<String> some, List<String> all) {
        return some.equals(all) ? "" : some.isEmpty() ? "–" : String.join(", ", some);
    }

    private static String line(Participant p) {
        return line(p.id(), p.name()) + (p.extraTimePercent() > 0 ? "; " + p.extraTimePercent() : "");
    }

    private static String line(String id, String name) {
        return id.equals(name) ? id : id + "; " + name;
    }

    private static String line(String id, Period period) {
        return id + "; " + period.start().format(MINUTES) + "; " + period.end().format(MINUTES);
    }

    /** The value of a field; empty for none. */
    public String get(String field) {
        return values.getOrDefault(field, "");
    }

    /** Whether a field has a value. */
    private @Nullable String given(String field) {
        String value = get(field).strip();
        return value.isEmpty() ? null : value;
    }

    /** The lines of a field, each cut at the semicolons. */
    private List<List<String>> lines(String field) {
        return get(field)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line ->
                        List.of(line.split(";", -1)).stream().map(String::strip).toList())
                .toList();
    }

    /** What is wrong with the form that the file can't show: absences of nobody. */
    List<Fault> faults() {
        Set<String> known = new HashSet<>();
        lines("participants").forEach(line -> known.add(line.get(0)));
        lines("assessors").forEach(line -> known.add(line.get(0)));
        return lines("absences").stream()
                .map(line -> line.get(0))
                .filter(id -> !known.contains(id))
                .map(id -> new Fault("/absences", "There is no participant and no assessor \"" + id + "\"."))
                .toList();
    }

    /** The file that says the same. */
    String json() {
        ObjectNode root = JSON.createObjectNode();
        put(root, "name", given("name"));
        put(root, "time_zone", given("time_zone"));
        people(root.putArray("participants"), "participants");
        people(root.putArray("assessors"), "assessors");
        people(root.putArray("rooms"), "rooms");
        absences(root);
        ArrayNode assessments = root.putArray("assessments");
        ObjectNode rooms = root.putObject("room_assessment_mapping");
        ObjectNode assessors = root.putObject("assessment_assessor_mapping");
        for (int i = 0; i < ROWS; i++) {
            assessment(i, assessments, rooms, assessors);
        }
        for (String number : List.of(
                "duration_of_each_activity",
                "group_activity_duration",
                "buffer_minutes",
                "min_group_size",
                "max_assessors_per_session")) {
            number(root, number, given(number));
        }
        root.put("buffer_after_break", given("buffer_after_break") != null);
        put(root, "daily_start_time", given("daily_start_time"));
        put(root, "daily_end_time", given("daily_end_time"));
        ArrayNode days = root.putArray("days");
        for (int i = 0; i < DAYS; i++) {
            String date = given("day" + i);
            if (date != null) {
                day(days.addObject().put("date", date));
            }
        }
        ArrayNode pairs = root.putArray("no_go_pairs");
        lines("no_go_pairs").forEach(line -> line.forEach(pairs.addArray()::add));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static void put(ObjectNode node, String field, @Nullable String value) {
        if (value != null) {
            node.put(field, value);
        }
    }

    /** A number if it is one; else the text, about which the reader complains. */
    private static void number(ObjectNode node, String field, @Nullable String value) {
        if (value != null && value.matches("-?\\d{1,9}")) {
            node.put(field, Integer.parseInt(value));
        } else {
            put(node, field, value);
        }
    }

    private void people(ArrayNode list, String field) {
        for (List<String> line : lines(field)) {
            ObjectNode person = list.addObject().put("id", line.get(0));
            put(person, "name", line.size() > 1 && !line.get(1).isEmpty() ? line.get(1) : null);
            if (line.size() > 2 && !line.get(2).isEmpty()) {
                number(person, field.equals("participants") ? "extra_time_percent" : "third part", line.get(2));
            }
        }
    }

    private void absences(ObjectNode root) {
        for (List<String> line : lines("absences")) {
            ObjectNode person = null;
            for (String list : List.of("participants", "assessors")) {
                for (var each : root.withArray(list)) {
                    if (each instanceof ObjectNode node
                            && line.get(0).equals(node.path("id").asString(""))) {
                        person = node;
                    }
                }
            }
            if (person == null) {
                continue;
            }
            ObjectNode period = person.withArray("unavailable").addObject();
            put(period, "start", line.size() > 1 ? line.get(1).replace(' ', 'T') : null);
            put(period, "end", line.size() > 2 ? line.get(2).replace(' ', 'T') : null);
        }
    }

    private void assessment(int i, ArrayNode assessments, ObjectNode rooms, ObjectNode assessors) {
        String id = given("a" + i + "_id");
        String name = given("a" + i + "_name");
        String type = given("a" + i + "_type");
        if (type == null) {
            return;
        }
        ObjectNode node = assessments.addObject();
        put(node, "id", id);
        put(node, "name", name);
        put(node, "type", type);
        String who = given("a" + i + "_participants");
        if (who != null) {
            ids(who).forEach(node.putArray("participants")::add);
        }
        if (id == null) {
            return;
        }
        AssessmentType known = AssessmentType.of(type);
        if (known == null || known.needsRoom()) {
            mapping(rooms.putArray(id), given("a" + i + "_rooms"), "rooms");
        }
        mapping(assessors.putArray(id), given("a" + i + "_assessors"), "assessors");
    }

    /** Nothing means all; a dash means none. */
    private void mapping(ArrayNode list, @Nullable String some, String field) {
        if (some == null) {
            lines(field).forEach(line -> list.add(line.get(0)));
        } else if (!some.matches("[-–—]")) {
            ids(some).forEach(list::add);
        }
    }

    private static List<String> ids(String text) {
        return List.of(text.split("[,;]")).stream()
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private void day(ObjectNode day) {
        for (String pause : PAUSES) {
            String start = given(pause + "_start");
            String end = given(pause + "_end");
            if (start != null || end != null) {
                ObjectNode node = day.putObject(pause);
                put(node, "start", start);
                put(node, "end", end);
            }
        }
    }

    /** Whether the form has a place for all of a centre. */
    static boolean holds(Centre c) {
        Day first = c.days().get(0);
        boolean sameDays = c.days().stream()
                .allMatch(d -> d.start().equals(first.start())
                        && d.end().equals(first.end())
                        && d.breaks().equals(first.breaks()));
        return sameDays && c.days().size() <= DAYS && c.assessments().size() <= ROWS;
    }

    /** The field of the form in which a fault of the file is to be put right. */
    static String field(Fault fault) {
        String[] place = fault.where().split("/", -1);
        String first = place.length > 1 ? place[1] : "";
        return switch (first) {
            case "assessments", "room_assessment_mapping", "assessment_assessor_mapping" -> "assessments";
            case "days" -> place.length > 3 && PAUSES.contains(place[3]) ? "breaks" : "days";
            case "participants", "assessors" -> place.length > 3 && place[3].equals("unavailable") ? "absences" : first;
            default -> first;
        };
    }
}
