package org.horarium.server.schedule.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Role;
import org.horarium.server.platform.CursorPage;
import org.horarium.server.schedule.Schedule;
import org.horarium.server.schedule.ScheduleBook;
import org.horarium.server.schedule.ScheduleFrames;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.ScheduleStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Schedules for programs; staff get those of their departments. */
@RestController
@RequestMapping("/api/schedules")
@Tag(name = "Schedules")
class ScheduleApi {
    private final ScheduleBook book;
    private final ScheduleFrames frames;

    ScheduleApi(ScheduleBook book, ScheduleFrames frames) {
        this.book = book;
        this.frames = frames;
    }

    /** A schedule, as REST shows it. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record View(
            UUID id,
            String name,
            String term,
            String academicYear,
            List<String> departments,
            List<String> batches,
            @Nullable Integer semester,
            ScheduleStatus status,
            @Nullable UUID jobId,
            Instant createdAt,
            long version) {
        static View of(Schedule schedule) {
            return new View(
                    schedule.id().value(),
                    schedule.name(),
                    schedule.term(),
                    schedule.academicYear(),
                    schedule.departments(),
                    schedule.groups(),
                    schedule.semester(),
                    schedule.status(),
                    schedule.allocation(),
                    schedule.createdAt(),
                    schedule.version());
        }
    }

    @GetMapping
    @Operation(summary = "Schedules, the newest first")
    ResponseEntity<CursorPage<View>> list(
            Actor actor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String next) {
        CursorPage<Schedule> page = book.after(actor, CursorPage.Request.of(limit, next));
        return new CursorPage<>(page.items().stream().map(View::of).toList(), page.next()).response();
    }

    @GetMapping("/{id}")
    @Operation(summary = "A schedule")
    ResponseEntity<View> one(Actor actor, @PathVariable UUID id) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        Schedule schedule = frames.open(new ScheduleId(id), "", actor).schedule();
        return ResponseEntity.ok().eTag("\"" + schedule.version() + "\"").body(View.of(schedule));
    }
}
