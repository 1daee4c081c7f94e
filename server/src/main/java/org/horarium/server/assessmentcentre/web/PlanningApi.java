package org.horarium.server.assessmentcentre.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.horarium.formats.assessment.OutcomeWriter;
import org.horarium.server.access.Actor;
import org.horarium.server.assessmentcentre.AssessmentCentre;
import org.horarium.server.assessmentcentre.AssessmentCentres;
import org.horarium.server.assessmentcentre.Incident;
import org.horarium.server.assessmentcentre.PlanVersion;
import org.horarium.server.assessmentcentre.PlanningJob;
import org.horarium.server.assessmentcentre.PlanningJob.Effort;
import org.horarium.server.assessmentcentre.PlanningJobs;
import org.horarium.server.assessmentcentre.PlanningStatus;
import org.horarium.server.platform.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Planning jobs and plans over REST. A plan is written as section 10 of the requirements says. */
@RestController
@RequestMapping("/api/assessment-centres/{id}")
@Tag(name = "Assessment centres")
class PlanningApi {
    private final AssessmentCentres centres;
    private final PlanningJobs jobs;

    PlanningApi(AssessmentCentres centres, PlanningJobs jobs) {
        this.centres = centres;
        this.jobs = jobs;
    }

    /**
     * What a planning may use.
     *
     * @param seconds longest search; null for the default
     * @param seed of the random decisions; null for the default
     */
    record EffortBody(@Nullable Integer seconds, @Nullable Long seed) {
        Effort effort() {
            return new Effort(
                    seconds == null ? Effort.DEFAULT_SECONDS : seconds, seed == null ? Effort.DEFAULT_SEED : seed);
        }
    }

    @PostMapping("/jobs")
    @Operation(
            summary = "Asks for a plan",
            description = "Answers at once with the job. The header Idempotency-Key makes sending it twice one job; 409"
                    + " names the job that runs already.")
    ResponseEntity<PlanningJobJson> start(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody(required = false) @Nullable EffortBody body) {
        Effort effort = (body == null ? new EffortBody(null, null) : body).effort();
        PlanningJobJson job = json(jobs.start(actor, id, effort, key));
        return ResponseEntity.accepted()
                .location(URI.create(job.links().self()))
                .body(job);
    }

    @GetMapping("/jobs")
    @Operation(summary = "The newest planning jobs of a centre")
    List<PlanningJobJson> list(Actor actor, @PathVariable UUID id) {
        return jobs.list(actor, id).stream().map(this::json).toList();
    }

    @GetMapping("/jobs/{job}")
    @Operation(summary = "A planning job with its progress, or why there is no plan")
    PlanningJobJson one(Actor actor, @PathVariable UUID id, @PathVariable UUID job) {
        return json(jobs.get(actor, id, job));
    }

    @PostMapping("/jobs/{job}/stop")
    @Operation(summary = "Ends the search and keeps the best plan")
    ResponseEntity<PlanningJobJson> stop(Actor actor, @PathVariable UUID id, @PathVariable UUID job) {
        return ended(jobs.stop(actor, id, job));
    }

    @PostMapping("/jobs/{job}/cancel")
    @Operation(summary = "Calls a job off; nothing is kept")
    ResponseEntity<PlanningJobJson> cancel(Actor actor, @PathVariable UUID id, @PathVariable UUID job) {
        return ended(jobs.cancel(actor, id, job));
    }

    @PostMapping("/jobs/{job}/suggestions/{number}/apply")
    @Operation(
            summary = "Makes the change that a refused job suggests",
            description = "If-Match names the version of the centre.")
    ResponseEntity<CentreJson> apply(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID job,
            @PathVariable int number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        centres.get(actor, id);
        AssessmentCentre changed = jobs.apply(actor, id, job, number, Versions.of(ifMatch));
        return ResponseEntity.ok().eTag(Versions.tag(changed.version())).body(CentreJson.of(changed));
    }

    @GetMapping(path = "/plan", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The plan that holds, grouped by assessment, with its summary")
    ResponseEntity<String> plan(Actor actor, @PathVariable UUID id) {
        return written(centres.currentPlan(actor, id)
                .orElseThrow(() -> new NotFoundException("The assessment centre (%s) has no plan yet.".formatted(id))));
    }

    @GetMapping(path = "/plans/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "One of the plans, grouped by assessment")
    ResponseEntity<String> plan(Actor actor, @PathVariable UUID id, @PathVariable int number) {
        return written(centres.plan(actor, id, number));
    }

    private static ResponseEntity<String> written(PlanVersion version) {
        return ResponseEntity.ok()
                .eTag(Versions.tag(version.number()))
                .body(OutcomeWriter.write(version.centre(), version.plan(), version.summary()));
    }

    /** A plan in a list. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record PlanItem(
            int number,
            String origin,
            @Nullable Integer undoTo,
            @Nullable UUID jobId,
            @Nullable Incident incident,
            int sessions,
            String createdBy,
            Instant createdAt) {
        static PlanItem of(PlanVersion v) {
            return new PlanItem(
                    v.number(),
                    v.origin().code(),
                    v.undoTo(),
                    v.job(),
                    v.incident(),
                    v.plan().sessions().size(),
                    v.createdBy(),
                    v.createdAt());
        }
    }

    @GetMapping("/plans")
    @Operation(summary = "All plans of a centre, the newest first")
    List<PlanItem> plans(Actor actor, @PathVariable UUID id) {
        return centres.plans(actor, id).stream().map(PlanItem::of).toList();
    }

    private ResponseEntity<PlanningJobJson> ended(PlanningJob job) {
        return job.status().open() ? ResponseEntity.accepted().body(json(job)) : ResponseEntity.ok(json(job));
    }

    private PlanningJobJson json(PlanningJob job) {
        return PlanningJobJson.of(job, job.status() == PlanningStatus.QUEUED ? jobs.queuedBefore(job) : null);
    }
}
