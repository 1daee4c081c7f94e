package org.horarium.formats.assessment;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.horarium.assessment.Failure;
import org.horarium.assessment.FailureCode;
import org.horarium.assessment.GoalLevel;
import org.horarium.assessment.PlanSummary;
import org.horarium.assessment.model.Assessment;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Plan;
import org.horarium.assessment.model.Session;
import org.horarium.formats.Fault;
import org.horarium.formats.FormatException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes plans grouped by assessment (section 10 of the requirements), and failures. Times are ISO 8601 with offset. */
public final class OutcomeWriter {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

    private OutcomeWriter() {}

    /**
     * A plan as indented JSON.
     *
     * @param summary what is known about it; null to leave it out
     */
    public static String write(Centre centre, Plan plan, @Nullable PlanSummary summary) {
        ObjectNode root = MAPPER.createObjectNode();
        ArrayNode scenarios = root.putArray("scenarios");
        for (Assessment a : centre.assessments()) {
            // The requirements call every individual activity of order 1 a scenario.
            ObjectNode node = scenarios
                    .addObject()
                    .put("id", a.id())
                    .put("name", a.name())
                    .put("type", a.type().isIndividual() ? "scenario" : a.type().id());
            ArrayNode list = node.putArray(a.type().isGroup() ? "groups" : "participantSchedules");
            for (Session s : plan.ofAssessment(a.id())) {
                session(list.addObject(), centre, s, a.type().isGroup());
            }
        }
        if (summary != null) {
            summary(root.putObject("summary"), centre, summary);
        }
        return text(root);
    }

    private static void session(ObjectNode node, Centre centre, Session s, boolean group) {
        if (group) {
            node.put("groupId", s.group());
            s.participants().forEach(node.putArray("participantIds")::add);
            node.put(
                    "assessorId", s.assessors().isEmpty() ? null : s.assessors().get(0));
        } else {
            node.put(
                    "participantId",
                    s.participants().isEmpty() ? null : s.participants().get(0));
        }
        if (group && s.room() != null) {
            node.put("roomId", s.room());
        }
        node.put("startTime", time(centre, s.start())).put("endTime", time(centre, s.end()));
        if (!group) {
            if (s.room() != null) {
                node.put("roomId", s.room());
            }
            s.assessors().forEach(node.putArray("assessorIds")::add);
        }
    }

    private static void summary(ObjectNode node, Centre centre, PlanSummary summary) {
        node.put("end", time(centre, summary.measures().end()))
                .put("earliestPossibleEnd", time(centre, summary.earliestEnd()))
                .put("seconds", Math.round(summary.seconds() * 100) / 100.0);
        ArrayNode goals = node.putArray("goals");
        for (GoalLevel level : summary.levels()) {
            goals.addObject()
                    .put("goal", level.goal().name().toLowerCase(Locale.ROOT))
                    .put("minutes", level.minutes())
                    .put("bound", level.bound())
                    .put("provenOptimal", level.proven());
        }
        ObjectNode assessors = node.putObject("assessorMinutes");
        summary.measures().minutesPerAssessor().forEach(assessors::put);
        ObjectNode rooms = node.putObject("roomUse");
        summary.measures()
                .roomUse()
                .forEach((id, use) -> rooms.putObject(id)
                        .put("busyMinutes", use.busyMinutes())
                        .put("idleMinutes", use.idleMinutes()));
        ArrayNode notes = node.putArray("notes");
        summary.notes().forEach(note -> notes.add(note.text()));
    }

    /** A failure as indented JSON: code, message, what there is and what is needed, and what was checked to help. */
    public static String write(Centre centre, Failure failure) {
        ObjectNode root = MAPPER.createObjectNode();
        ObjectNode error = error(root, failure.code(), failure.message().text());
        ArrayNode resources = error.putArray("resources");
        failure.shortages()
                .forEach(s -> resources
                        .addObject()
                        .put("resource", s.resource().text())
                        .put("current", s.current())
                        .put("required", s.required()));
        ArrayNode suggestions = error.putArray("suggestions");
        failure.suggestions().forEach(s -> suggestions.add(s.text().text()));
        if (failure instanceof Failure.NoSolutionFound none && none.bound() != null) {
            error.put("earliestPossibleEnd", time(centre, none.bound()));
        }
        return text(root);
    }

    /** The faults of an input as indented JSON with the code {@code INVALID_INPUT}. */
    public static String write(FormatException faulty) {
        ObjectNode root = MAPPER.createObjectNode();
        List<Fault> faults = faulty.faults();
        ObjectNode error = error(
                root,
                FailureCode.INVALID_INPUT,
                "The input has " + faults.size() + (faults.size() == 1 ? " fault." : " faults."));
        ArrayNode list = error.putArray("faults");
        faults.forEach(f -> list.addObject().put("pointer", f.where()).put("message", f.message()));
        return text(root);
    }

    private static ObjectNode error(ObjectNode root, FailureCode code, String message) {
        return root.putObject("error").put("code", code.name()).put("message", message);
    }

    private static String time(Centre centre, LocalDateTime time) {
        return time.atZone(centre.timeZone()).format(SECONDS);
    }

    private static String text(ObjectNode root) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
}
