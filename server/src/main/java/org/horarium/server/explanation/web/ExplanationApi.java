package org.horarium.server.explanation.web;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Role;
import org.horarium.server.explanation.Explanation;
import org.horarium.server.explanation.Explanations;
import org.horarium.server.explanation.Preflight;
import org.horarium.server.explanation.remedy.RemedyService;
import org.horarium.server.generation.GenerationJob;
import org.horarium.server.generation.GenerationRequest;
import org.horarium.server.generation.GenerationRequest.Search;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.schedule.ScheduleId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Explanations over REST. */
@RestController
@RequestMapping("/api/schedules/{id}")
class ExplanationApi {
    private final Explanations explanations;
    private final RemedyService remedies;
    private final MessageSource messages;

    ExplanationApi(Explanations explanations, RemedyService remedies, MessageSource messages) {
        this.explanations = explanations;
        this.remedies = remedies;
        this.messages = messages;
    }

    /** What can be said at once: faults of the data, and what counting proves impossible. */
    record PreflightJson(boolean clear, List<String> faults, List<ExplanationJson.FindingJson> findings) {}

    /** A request to explain; both may be missing. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record StartBody(
            @Nullable UUID generationJobId, @Nullable Integer seconds) {}

    /** A request to carry a suggestion out; only its number must be there. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record ApplyBody(
            @Nullable Integer suggestion,
            @Nullable Long timeBudgetSeconds,
            @Nullable Long seed) {}

    /** The generation job that a suggestion started. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record StartedJson(UUID jobId) {}

    @GetMapping("/preflight")
    @Operation(summary = "What is provably impossible in a schedule, by counting; nothing is solved")
    PreflightJson preflight(Actor actor, @PathVariable UUID id, Locale locale) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        Preflight found = explanations.preflight(actor, new ScheduleId(id));
        return new PreflightJson(
                found.clear(),
                found.faults(),
                ExplanationJson.FindingJson.of(
                        ExplanationView.items(found.impossibilities(), new PhraseText(messages, locale))));
    }

    @PostMapping("/explanations")
    @Operation(
            summary =
                    "Asks why a schedule has no timetable; answers at once, the explanation is made in the background")
    ResponseEntity<ExplanationJson> start(
            Actor actor,
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable StartBody body,
            Locale locale) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        Explanation started = explanations.start(
                actor,
                new ScheduleId(id),
                body == null ? null : body.generationJobId(),
                body == null || body.seconds() == null ? Explanation.DEFAULT_SECONDS : body.seconds());
        return ResponseEntity.accepted()
                .location(URI.create("/api/schedules/%s/explanations/%s".formatted(id, started.id())))
                .body(json(started, locale));
    }

    @GetMapping("/explanations/{explanation}")
    @Operation(summary = "An explanation, with what was found so far")
    ExplanationJson one(Actor actor, @PathVariable UUID id, @PathVariable UUID explanation, Locale locale) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        return json(explanations.get(actor, new ScheduleId(id), explanation), locale);
    }

    @PostMapping("/explanations/{explanation}/stop")
    @Operation(summary = "Ends an explanation with what was found so far")
    ResponseEntity<ExplanationJson> stop(
            Actor actor, @PathVariable UUID id, @PathVariable UUID explanation, Locale locale) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        return ResponseEntity.accepted().body(json(explanations.stop(actor, new ScheduleId(id), explanation), locale));
    }

    @PostMapping("/explanations/{explanation}/apply")
    @Operation(summary = "Carries a suggestion out and starts a generation job, both or nothing")
    ResponseEntity<StartedJson> apply(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID explanation,
            @RequestBody(required = false) @Nullable ApplyBody body) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        if (body == null || body.suggestion() == null) {
            throw new InvalidInputException("/suggestion", "Say which: {\"suggestion\": 1} is the first.");
        }
        GenerationJob job = remedies.apply(
                actor,
                new ScheduleId(id),
                explanation,
                body.suggestion(),
                new Search(
                        Duration.ofSeconds(
                                body.timeBudgetSeconds() == null
                                        ? GenerationRequest.DEFAULT_SECONDS
                                        : body.timeBudgetSeconds()),
                        body.seed() == null ? GenerationRequest.anySeed() : body.seed(),
                        GenerationRequest.ALL_VARIANTS));
        return ResponseEntity.accepted()
                .location(URI.create("/api/generation-jobs/%s/status".formatted(job.id())))
                .body(new StartedJson(job.id()));
    }

    @PostMapping("/explanations/{explanation}/undo")
    @Operation(summary = "Takes the suggestion back that was carried out")
    ExplanationJson undo(Actor actor, @PathVariable UUID id, @PathVariable UUID explanation, Locale locale) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        remedies.undo(actor, new ScheduleId(id), explanation);
        return json(explanations.get(actor, new ScheduleId(id), explanation), locale);
    }

    private ExplanationJson json(Explanation explanation, Locale locale) {
        return ExplanationJson.of(explanation, new PhraseText(messages, locale));
    }
}
