package org.horarium.server.assessmentcentre.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.horarium.assessment.Wording;
import org.horarium.assessment.model.Session;
import org.horarium.assessment.repair.Notice;
import org.horarium.server.access.Actor;
import org.horarium.server.assessmentcentre.Incident;
import org.horarium.server.assessmentcentre.Mark;
import org.horarium.server.assessmentcentre.PlanVersion;
import org.horarium.server.assessmentcentre.RepairProposal;
import org.horarium.server.assessmentcentre.RunDay;
import org.horarium.server.assessmentcentre.RunningCentre;
import org.horarium.server.platform.InputError;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** The day of a centre over REST. Times are local to the centre; {@code at} sets the clock on other days than its own. */
@RestController
@RequestMapping("/api/assessment-centres/{id}/day")
@Tag(name = "Assessment centres: the day")
class DayApi {
    private final RunDay day;

    DayApi(RunDay day) {
        this.day = day;
    }

    /** The day at a moment. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record DayJson(int plan, LocalDateTime now, List<SessionJson> sessions) {
        static DayJson of(RunningCentre running) {
            return new DayJson(
                    running.version().number(),
                    running.now(),
                    running.version().plan().sessions().stream()
                            .map(s -> SessionJson.of(s, running))
                            .toList());
        }
    }

    /** A session with its state. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record SessionJson(
            String session,
            String state,
            LocalDateTime start,
            LocalDateTime end,
            List<String> participants,
            List<String> assessors,
            @Nullable String room) {
        static SessionJson of(Session s, RunningCentre running) {
            return new SessionJson(
                    s.key(), running.state(s).code(), s.start(), s.end(), s.participants(), s.assessors(), s.room());
        }
    }

    @GetMapping
    @Operation(summary = "All sessions with their state, now")
    DayJson now(Actor actor, @PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDateTime at) {
        return DayJson.of(day.open(actor, id, at)
                .orElseThrow(() -> new NotFoundException("The assessment centre (%s) has no plan yet.".formatted(id))));
    }

    /** What was seen of a session: started, finished, late or cleared. */
    record MarkBody(@Nullable String session, @Nullable String mark) {}

    @PostMapping("/marks")
    @Operation(
            summary = "Notes what was seen of a session",
            description = "mark is started, finished, late or cleared.")
    DayJson mark(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable LocalDateTime at,
            @RequestBody MarkBody body) {
        day.open(actor, id, at);
        List<InputError> errors = new ArrayList<>();
        if (body.session() == null) {
            errors.add(new InputError("/session", "The field 'session' is missing."));
        }
        Mark.Kind kind = choice(Mark.Kind.class, "/mark", body.mark(), errors);
        if (!errors.isEmpty() || kind == null || body.session() == null) {
            throw new InvalidInputException(errors);
        }
        return DayJson.of(day.mark(actor, id, body.session(), kind, at));
    }

    /**
     * What happened.
     *
     * @param type participant_late, participant_absent, assessor_out, room_lost or session_overran
     * @param subject id of the person or room, or key of the session
     * @param minutes how late, or how much longer
     */
    record IncidentBody(
            @Nullable String type,
            @Nullable String subject,
            @Nullable Integer minutes) {}

    @PostMapping("/repairs")
    @Operation(
            summary = "Searches up to three ways to go on after something happened",
            description =
                    "Changes nothing yet. type is participant_late, participant_absent, assessor_out, room_lost or"
                            + " session_overran; minutes go with the first and the last.")
    ResponseEntity<RepairJson> propose(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable LocalDateTime at,
            @RequestBody IncidentBody body) {
        day.open(actor, id, at);
        List<InputError> errors = new ArrayList<>();
        Incident.Kind kind = choice(Incident.Kind.class, "/type", body.type(), errors);
        if (body.subject() == null) {
            errors.add(new InputError("/subject", "The field 'subject' is missing."));
        }
        if (!errors.isEmpty() || kind == null || body.subject() == null) {
            throw new InvalidInputException(errors);
        }
        RepairProposal proposal = day.propose(actor, id, new Incident(kind, body.subject(), body.minutes()), at);
        return ResponseEntity.status(201).body(RepairJson.of(proposal));
    }

    /** Ways to go on. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record RepairJson(UUID id, int basedOn, LocalDateTime at, List<OptionJson> options) {
        static RepairJson of(RepairProposal p) {
            List<OptionJson> options = new ArrayList<>();
            for (int i = 0; i < p.options().size(); i++) {
                var o = p.options().get(i);
                options.add(new OptionJson(
                        i,
                        o.title(),
                        o.delayMinutes(),
                        o.sessionsChanged(),
                        o.notices(),
                        o.warnings().stream().map(Wording::text).toList()));
            }
            return new RepairJson(p.id(), p.basedOn(), p.at(), options);
        }
    }

    /** One way to go on, with who must be told what. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record OptionJson(
            int number,
            String title,
            int delayMinutes,
            int sessionsChanged,
            List<Notice> notices,
            List<String> warnings) {}

    @PostMapping("/repairs/{repair}/choose/{option}")
    @Operation(summary = "Goes on in one of the ways: it becomes the plan that holds")
    ChangedJson choose(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID repair,
            @PathVariable int option,
            @RequestParam(required = false) @Nullable LocalDateTime at) {
        return ChangedJson.of(day.choose(actor, id, repair, option, at));
    }

    @PostMapping("/undo/{plan}")
    @Operation(summary = "Takes the last repair back", description = "plan is the number of the plan that holds.")
    ChangedJson undo(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int plan,
            @RequestParam(required = false) @Nullable LocalDateTime at) {
        return ChangedJson.of(day.undo(actor, id, plan, at));
    }

    /** The plan that holds now. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record ChangedJson(int plan, String origin, @Nullable Integer undoTo) {
        static ChangedJson of(PlanVersion v) {
            return new ChangedJson(v.number(), v.origin().code(), v.undoTo());
        }
    }

    private static <E extends Enum<E>> @Nullable E choice(
            Class<E> type, String pointer, @Nullable String word, List<InputError> errors) {
        List<String> known = new ArrayList<>();
        for (E value : type.getEnumConstants()) {
            String code = value.name().toLowerCase(java.util.Locale.ROOT);
            if (code.equals(word)) {
                return value;
            }
            known.add(code);
        }
        errors.add(new InputError(pointer, "The value '%s' is not known. Known are: %s.".formatted(word, known)));
        return null;
    }
}
