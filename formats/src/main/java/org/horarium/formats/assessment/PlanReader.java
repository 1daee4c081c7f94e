package org.horarium.formats.assessment;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Plan;
import org.horarium.assessment.model.Session;
import org.horarium.formats.Fault;
import org.horarium.formats.FormatException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a plan as {@link OutcomeWriter} writes it. Whether the ids are known and the rules are kept is for the verifier to
 * say; a {@code summary} is not read, since everything in it follows from the sessions.
 */
public final class PlanReader {
    private static final Set<String> INDIVIDUAL =
            Set.of("participantId", "startTime", "endTime", "roomId", "assessorIds");
    private static final Set<String> GROUP =
            Set.of("groupId", "participantIds", "assessorId", "startTime", "endTime", "roomId");

    private final Centre centre;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Session> sessions = new ArrayList<>();

    private PlanReader(Centre centre) {
        this.centre = centre;
    }

    /**
     * The plan of a JSON document.
     *
     * @param json the document's text
     * @param centre gives the time zone
     * @throws FormatException with all the faults of the document, each with its JSON pointer
     */
    public static Plan read(String json, Centre centre) {
        PlanReader reader = new PlanReader(centre);
        JsonPlace root = JsonPlace.parse(json, reader.faults);
        root.onlyFields(Set.of("scenarios", "summary"));
        JsonPlace scenarios = root.required("scenarios");
        if (scenarios != null) {
            scenarios.items().forEach(reader::scenario);
        }
        if (!reader.faults.isEmpty()) {
            throw new FormatException(reader.faults);
        }
        return new Plan(reader.sessions);
    }

    private void scenario(JsonPlace place) {
        if (!place.expectObject()) {
            return;
        }
        place.onlyFields(Set.of("id", "name", "type", "participantSchedules", "groups"));
        String id = text(place, "id");
        JsonPlace schedules = place.field("participantSchedules");
        JsonPlace groups = place.field("groups");
        if (schedules == null && groups == null) {
            place.fault("There is neither \"participantSchedules\" nor \"groups\".");
        }
        if (id == null) {
            return;
        }
        if (schedules != null) {
            schedules.items().forEach(s -> individual(id, s));
        }
        if (groups != null) {
            groups.items().forEach(s -> group(id, s));
        }
    }

    private void individual(String assessment, JsonPlace place) {
        if (!place.expectObject()) {
            return;
        }
        place.onlyFields(INDIVIDUAL);
        String participant = text(place, "participantId");
        JsonPlace assessors = place.required("assessorIds");
        add(
                assessment,
                null,
                participant == null ? null : List.of(participant),
                assessors == null ? null : texts(assessors),
                place);
    }

    private void group(String assessment, JsonPlace place) {
        if (!place.expectObject()) {
            return;
        }
        place.onlyFields(GROUP);
        String group = text(place, "groupId");
        JsonPlace participants = place.required("participantIds");
        String assessor = text(place, "assessorId");
        add(
                assessment,
                group,
                participants == null ? null : texts(participants),
                assessor == null ? null : List.of(assessor),
                place);
    }

    private void add(
            String assessment,
            @Nullable String group,
            @Nullable List<String> participants,
            @Nullable List<String> assessors,
            JsonPlace place) {
        JsonPlace room = place.field("roomId");
        String roomId = room == null ? null : room.text();
        LocalDateTime start = time(place, "startTime");
        LocalDateTime end = time(place, "endTime");
        if (participants != null && assessors != null && start != null && end != null) {
            sessions.add(new Session(assessment, group, participants, assessors, roomId, start, end));
        }
    }

    private @Nullable LocalDateTime time(JsonPlace place, String field) {
        JsonPlace value = place.required(field);
        OffsetDateTime time = value == null
                ? null
                : value.parsed("A time with offset such as \"2025-11-23T09:00:00Z\"", OffsetDateTime::parse);
        return time == null ? null : time.atZoneSameInstant(centre.timeZone()).toLocalDateTime();
    }

    private static @Nullable String text(JsonPlace place, String field) {
        JsonPlace value = place.required(field);
        return value == null ? null : value.text();
    }

    private static List<String> texts(JsonPlace list) {
        List<String> texts = new ArrayList<>();
        for (JsonPlace item : list.items()) {
            String text = item.text();
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }
}
