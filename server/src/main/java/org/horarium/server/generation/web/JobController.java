package org.horarium.server.generation.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.generation.GenerationJob;
import org.horarium.server.generation.GenerationJobs;
import org.horarium.server.generation.Idempotency;
import org.horarium.server.generation.JobPriority;
import org.horarium.server.generation.JobStatus;
import org.horarium.server.generation.store.LiveProgress;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.timetable.Timetables;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Generation jobs over REST. */
@RestController
class JobController {
    private static final int LIST_DEFAULT = 20;
    private static final int LIST_MAX = 100;

    private final GenerationJobs jobs;
    private final Timetables timetables;
    private final LiveProgress live;
    private final JsonMapper json;

    JobController(GenerationJobs jobs, Timetables timetables, LiveProgress live, JsonMapper json) {
        this.jobs = jobs;
        this.timetables = timetables;
        this.live = live;
        this.json = json;
    }

    /**
     * Asks for a timetable: {@code department_id}, {@code academic_year} and, if wanted, {@code batch_id},
     * {@code semester}, {@code time_budget_seconds}, {@code seed}, {@code variants} (names; all when left out).
     */
    @PostMapping("/api/generation-jobs/generate")
    ResponseEntity<JobJson> generate(
            Actor actor,
            @RequestBody JsonNode body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > Idempotency.MAX_KEY)) {
            throw new InvalidInputException(
                    "", "The Idempotency-Key must have 1 to %d characters.".formatted(Idempotency.MAX_KEY));
        }
        GenerateBody read = GenerateBody.read(body);
        Idempotency idempotency = key == null ? null : new Idempotency(key, body.toString());
        GenerationJob job = jobs.start(actor, read.request(), idempotency, read.errors());
        JobJson view = view(job);
        return ResponseEntity.accepted()
                .location(URI.create(view.links().status()))
                .body(view);
    }

    /** Jobs, the newest first, a page at a time. */
    @GetMapping("/api/generation-jobs")
    JobPage list(
            Actor actor,
            @RequestParam(name = "schedule_id", required = false) @Nullable UUID schedule,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "" + LIST_DEFAULT) int limit) {
        if (limit < 1 || limit > LIST_MAX) {
            throw new InvalidInputException(
                    "/limit", "The limit (%d) is not between 1 and %d.".formatted(limit, LIST_MAX));
        }
        List<GenerationJob> found =
                jobs.list(actor, schedule == null ? null : new ScheduleId(schedule), cursor, limit + 1);
        boolean more = found.size() > limit;
        List<GenerationJob> page = more ? found.subList(0, limit) : found;
        return new JobPage(
                page.stream().map(this::view).toList(),
                more ? page.get(page.size() - 1).id() : null);
    }

    /**
     * A page of jobs.
     *
     * @param items the jobs
     * @param next the {@code cursor} of the next page; null when there is none
     */
    record JobPage(List<JobJson> items, @Nullable UUID next) {}

    /** Where a job stands, with its live progress. */
    @GetMapping({"/api/generation-jobs/{id}/status", "/api/timetable/status/{id}"})
    JobJson status(Actor actor, @PathVariable UUID id) {
        return view(jobs.get(actor, id));
    }

    /** How far a job is. */
    @GetMapping("/api/generation-jobs/{id}/progress")
    ProgressJson progress(Actor actor, @PathVariable UUID id) {
        GenerationJob job = jobs.get(actor, id);
        return ProgressJson.of(job, jobs.progress(job));
    }

    /** What a job has made. */
    @GetMapping(path = "/api/generation-jobs/{id}/result", produces = MediaType.APPLICATION_JSON_VALUE)
    String result(Actor actor, @PathVariable UUID id) {
        GenerationJob job = jobs.get(actor, id);
        if (job.status().open()) {
            throw new ConflictException(
                    "The job is still %s; its result comes when it has ended. Follow its progress meanwhile."
                            .formatted(job.status().code()),
                    Map.of("status", job.status().code()));
        }
        return live.cachedResult(id).orElseGet(() -> {
            String result = json.writeValueAsString(ResultJson.of(
                    job, jobs.chosen(job).orElse(null), timetables.ofJob(id).orElse(null)));
            live.cacheResult(id, result);
            return result;
        });
    }

    /** Approves or rejects what a job has made. */
    @PostMapping("/api/generation-jobs/{id}/approve")
    JobJson decide(Actor actor, @PathVariable UUID id, @RequestBody DecisionBody body) {
        if (!"approve".equals(body.action()) && !"reject".equals(body.action())) {
            throw new InvalidInputException(
                    "/action", "The action is '%s'; say 'approve' or 'reject'.".formatted(body.action()));
        }
        return view(jobs.decide(actor, id, "approve".equals(body.action()), body.comments()));
    }

    /**
     * A decision.
     *
     * @param action approve or reject
     * @param comments the reason; needed for reject
     */
    record DecisionBody(@Nullable String action, @Nullable String comments) {}

    /** Calls a job off; nothing is kept. */
    @PostMapping("/api/generation-jobs/{id}/cancel")
    ResponseEntity<JobJson> cancel(Actor actor, @PathVariable UUID id) {
        return ended(jobs.cancel(actor, id));
    }

    /** Asks again for what a failed or cancelled job did not make. */
    @PostMapping("/api/generation-jobs/{id}/retry")
    ResponseEntity<JobJson> retry(Actor actor, @PathVariable UUID id) {
        JobJson next = view(jobs.retry(actor, id));
        return ResponseEntity.accepted()
                .location(URI.create(next.links().status()))
                .body(next);
    }

    /** Changes which of the queued jobs comes first. */
    @PostMapping("/api/generation-jobs/{id}/priority")
    JobJson prioritise(Actor actor, @PathVariable UUID id, @RequestBody PriorityBody body) {
        jobs.get(actor, id);
        JobPriority priority = JobPriority.of(String.valueOf(body.priority()))
                .orElseThrow(() -> new InvalidInputException(
                        "/priority",
                        "The priority is '%s'; say 'low', 'normal' or 'high'.".formatted(body.priority())));
        return view(jobs.prioritise(actor, id, priority));
    }

    /**
     * Which of the queued jobs comes first.
     *
     * @param priority low, normal or high
     */
    record PriorityBody(@Nullable String priority) {}

    /** Ends the search of a job and keeps the best timetable. */
    @PostMapping("/api/generation-jobs/{id}/stop")
    ResponseEntity<JobJson> stop(Actor actor, @PathVariable UUID id) {
        return ended(jobs.stop(actor, id));
    }

    private ResponseEntity<JobJson> ended(GenerationJob job) {
        return job.status().open() ? ResponseEntity.accepted().body(view(job)) : ResponseEntity.ok(view(job));
    }

    private JobJson view(GenerationJob job) {
        return JobJson.of(
                job,
                jobs.progress(job),
                job.status() == JobStatus.QUEUED ? jobs.queuedBefore(job) : null,
                job.status().open() ? null : timetables.summaryOfJob(job.id()).orElse(null));
    }
}
