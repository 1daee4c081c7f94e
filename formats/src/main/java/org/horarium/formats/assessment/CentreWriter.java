package org.horarium.formats.assessment;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.horarium.assessment.model.Assessment;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Day;
import org.horarium.assessment.model.Pause;
import org.horarium.assessment.model.Period;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes an assessment centre as JSON that {@link CentreReader} reads back to the same centre. */
public final class CentreWriter {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

    private CentreWriter() {}

    /** The centre as indented JSON. */
    public static String write(Centre c) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("name", c.name()).put("time_zone", c.timeZone().getId());
        ArrayNode participants = root.putArray("participants");
        c.participants().forEach(p -> {
            ObjectNode node = participants.addObject().put("id", p.id()).put("name", p.name());
            unavailable(node, p.unavailable());
            if (p.extraTimePercent() > 0) {
                node.put("extra_time_percent", p.extraTimePercent());
            }
        });
        ArrayNode assessors = root.putArray("assessors");
        c.assessors()
                .forEach(a ->
                        unavailable(assessors.addObject().put("id", a.id()).put("name", a.name()), a.unavailable()));
        ArrayNode rooms = root.putArray("rooms");
        c.rooms().forEach(r -> rooms.addObject().put("id", r.id()).put("name", r.name()));
        ArrayNode assessments = root.putArray("assessments");
        List<String> everyone = c.participants().stream().map(p -> p.id()).toList();
        for (Assessment a : c.assessments()) {
            ObjectNode node = assessments
                    .addObject()
                    .put("id", a.id())
                    .put("name", a.name())
                    .put("type", a.type().id());
            if (!a.participants().equals(everyone)) {
                a.participants().forEach(node.putArray("participants")::add);
            }
        }
        mapping(root.putObject("room_assessment_mapping"), c.roomMapping());
        mapping(root.putObject("assessment_assessor_mapping"), c.assessorMapping());
        root.put("duration_of_each_activity", c.activityMinutes())
                .put("group_activity_duration", c.groupActivityMinutes())
                .put("buffer_minutes", c.bufferMinutes())
                .put("buffer_after_break", c.bufferAfterBreak());
        LocalTime start = c.days().get(0).start();
        LocalTime end = c.days().get(0).end();
        root.put("daily_start_time", start.toString()).put("daily_end_time", end.toString());
        ArrayNode days = root.putArray("days");
        c.days().forEach(d -> day(days.addObject(), d, start, end));
        root.put("min_group_size", c.minGroupSize()).put("max_assessors_per_session", c.maxAssessorsPerSession());
        ArrayNode pairs = root.putArray("no_go_pairs");
        c.noGoPairs().forEach(p -> pairs.addArray().add(p.participant()).add(p.assessor()));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void unavailable(ObjectNode person, List<Period> periods) {
        if (!periods.isEmpty()) {
            ArrayNode list = person.putArray("unavailable");
            periods.forEach(p -> list.addObject()
                    .put("start", p.start().format(MINUTES))
                    .put("end", p.end().format(MINUTES)));
        }
    }

    private static void mapping(ObjectNode node, Map<String, List<String>> mapping) {
        mapping.forEach((key, ids) -> ids.forEach(node.putArray(key)::add));
    }

    private static void day(ObjectNode node, Day day, LocalTime start, LocalTime end) {
        node.put("date", day.date().toString());
        if (!day.start().equals(start)) {
            node.put("start", day.start().toString());
        }
        if (!day.end().equals(end)) {
            node.put("end", day.end().toString());
        }
        for (Pause p : day.breaks()) {
            node.putObject(p.kind().name().toLowerCase(Locale.ROOT))
                    .put("start", p.start().toString())
                    .put("end", p.end().toString());
        }
    }
}
