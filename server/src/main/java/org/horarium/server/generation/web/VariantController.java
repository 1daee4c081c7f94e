package org.horarium.server.generation.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.horarium.engine.variant.Variant;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Role;
import org.horarium.server.generation.GenerationJob;
import org.horarium.server.generation.JobVariant;
import org.horarium.server.generation.JobVariants;
import org.horarium.server.generation.VariantChoice;
import org.horarium.server.generation.VariantComment;
import org.horarium.server.generation.VariantComments;
import org.horarium.server.generation.compare.VariantChanges;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.timetable.Perspective;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.RevisionSummary;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** The variants of a job over REST. */
@RestController
class VariantController {
    private final JobVariants variants;
    private final VariantComments comments;

    VariantController(JobVariants variants, VariantComments comments) {
        this.variants = variants;
        this.comments = comments;
    }

    /** The variants that are there, also while the job runs, with their figures. */
    @GetMapping("/api/generation-jobs/{id}/variants")
    VariantsJson list(Actor actor, @PathVariable UUID id) {
        GenerationJob job = variants.job(actor, id);
        Variant chosen = chosen(actor, id);
        return new VariantsJson(
                id,
                job.status().code(),
                variants.list(actor, id).stream()
                        .map(v -> VariantJson.of(v, v.variant() == chosen, null))
                        .toList(),
                job.missing().stream()
                        .map(m -> new JobJson.Missing(m.variant().label(), m.reason()))
                        .toList());
    }

    /**
     * The variants of a job.
     *
     * @param status of the job
     * @param items those that are there
     * @param missing those that could not be made
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record VariantsJson(UUID jobId, String status, List<VariantJson> items, List<JobJson.Missing> missing) {}

    /** A variant with what it holds. */
    @GetMapping("/api/generation-jobs/{id}/variants/{variant}")
    VariantJson get(Actor actor, @PathVariable UUID id, @PathVariable String variant) {
        JobVariant found = variants.get(actor, id, named(variant));
        return VariantJson.of(found, found.variant() == chosen(actor, id), variants.content(found));
    }

    /**
     * What is different between two variants.
     *
     * @param against the other one; the balanced one when left out
     * @param by group, person or room, to see only what changes for one of them
     * @param of code of the group, person or room
     */
    @GetMapping("/api/generation-jobs/{id}/variants/{variant}/changes")
    ChangesJson changes(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String variant,
            @RequestParam(defaultValue = "balanced") String against,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String of) {
        JobVariant before = variants.get(actor, id, named(against));
        JobVariant after = variants.get(actor, id, named(variant));
        VariantChanges changes = VariantChanges.between(
                variants.content(before), variants.content(after), of == null ? null : Perspective.of(by), of);
        return new ChangesJson(
                before.variant().label(),
                after.variant().label(),
                changes.diff().same(),
                changes.diff().changes().stream()
                        .map(c -> new ChangesJson.ChangeJson(
                                c.any().activity(),
                                c.kind().name().toLowerCase(Locale.ROOT),
                                c.before() == null ? null : ChangesJson.PlaceJson.of(c.before()),
                                c.after() == null ? null : ChangesJson.PlaceJson.of(c.after())))
                        .toList());
    }

    /**
     * What is different between two variants.
     *
     * @param before name of the one
     * @param after name of the other
     * @param same number of activities that are in both as they are
     * @param changes the others
     */
    record ChangesJson(String before, String after, int same, List<ChangeJson> changes) {
        /** A difference: added, removed, moved, room or people. */
        record ChangeJson(
                String activity,
                String kind,
                @Nullable PlaceJson before,
                @Nullable PlaceJson after) {}

        /** A place in the week; slots count from 1. */
        record PlaceJson(
                String day,
                int slot,
                int duration,
                String weeks,
                @Nullable String room,
                List<String> people) {
            static PlaceJson of(PlacedActivity a) {
                return new PlaceJson(
                        a.day().name(),
                        a.slot(),
                        a.duration(),
                        a.weeks().name().toLowerCase(Locale.ROOT),
                        a.room(),
                        a.staff().stream().map(PlacedActivity.Staff::person).toList());
            }
        }
    }

    /** What was said about a variant, the oldest first. */
    @GetMapping("/api/generation-jobs/{id}/variants/{variant}/comments")
    List<VariantComment> comments(Actor actor, @PathVariable UUID id, @PathVariable String variant) {
        return comments.of(variants.get(actor, id, named(variant)));
    }

    /** Says something about a variant; answers with all that was said. */
    @PostMapping("/api/generation-jobs/{id}/variants/{variant}/comments")
    ResponseEntity<List<VariantComment>> comment(
            Actor actor, @PathVariable UUID id, @PathVariable String variant, @RequestBody CommentBody body) {
        JobVariant about = variants.get(actor, id, named(variant));
        comments.add(actor, about, body.text() == null ? "" : body.text());
        return ResponseEntity.status(HttpStatus.CREATED).body(comments.of(about));
    }

    /** What somebody says. */
    record CommentBody(@Nullable String text) {}

    /** Makes a variant the draft of its schedule; chosen by its key, or by job and name. */
    @PostMapping("/api/timetable-variants/select_variant")
    SelectedJson select(Actor actor, @RequestBody SelectBody body) {
        JobVariant wanted = wanted(actor, body);
        RevisionSummary draft = variants.choose(actor, wanted.job(), wanted.variant());
        return new SelectedJson(
                wanted.id(),
                wanted.job(),
                wanted.variant().label(),
                JobJson.WorkflowJson.of(draft),
                Map.of(
                        "workflow", "/api/timetable-workflow/" + draft.workflow(),
                        "board", "/admin/schedules/" + draft.schedule() + "/board?revision=" + draft.number(),
                        "review", "/admin/schedules/" + draft.schedule() + "/review?revision=" + draft.number()));
    }

    private JobVariant wanted(Actor actor, SelectBody body) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        if (body.variantId() != null) {
            return variants.get(actor, body.variantId());
        }
        if (body.jobId() == null || body.variant() == null) {
            throw new InvalidInputException(
                    body.jobId() == null ? "/variant_id" : "/variant",
                    "Say which variant: either 'variant_id', or 'job_id' and 'variant'.");
        }
        return variants.get(actor, body.jobId(), named(body.variant()));
    }

    /**
     * Which variant.
     *
     * @param variantId its key
     * @param jobId the job that made it, if there is no key
     * @param variant its name, if there is no key
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record SelectBody(
            @Nullable UUID variantId,
            @Nullable UUID jobId,
            @Nullable String variant) {}

    /**
     * A variant that is the draft now.
     *
     * @param workflow the draft
     * @param links where to go on
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record SelectedJson(
            UUID variantId, UUID jobId, String variant, JobJson.WorkflowJson workflow, Map<String, String> links) {}

    private @Nullable Variant chosen(Actor actor, UUID job) {
        return variants.choices(actor, job).stream()
                .findFirst()
                .map(VariantChoice::variant)
                .orElse(null);
    }

    private static Variant named(String label) {
        try {
            return Variant.of(label);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(String.valueOf(e.getMessage()));
        }
    }
}
