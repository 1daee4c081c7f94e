package org.horarium.server.explanation.remedy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.horarium.formats.college.ActivityPin;
import org.horarium.server.access.Actor;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.explanation.Explanation;
import org.horarium.server.explanation.Explanation.Remedy;
import org.horarium.server.explanation.ExplanationStatus;
import org.horarium.server.explanation.Explanations;
import org.horarium.server.explanation.Findings;
import org.horarium.server.explanation.Findings.Edits;
import org.horarium.server.explanation.Findings.PinEdit;
import org.horarium.server.explanation.Findings.Suggestion;
import org.horarium.server.explanation.Findings.ValueEdit;
import org.horarium.server.explanation.store.ExplanationStore;
import org.horarium.server.generation.GenerationJob;
import org.horarium.server.generation.GenerationJobs;
import org.horarium.server.generation.GenerationRequest.Search;
import org.horarium.server.institution.records.RecordEdit;
import org.horarium.server.institution.records.RecordFault;
import org.horarium.server.institution.records.RecordKind;
import org.horarium.server.institution.records.Records;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.schedule.ScheduleFrames;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.SchedulePins;
import org.horarium.server.schedule.Schedules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries a suggestion out and starts a new generation, in one transaction; and takes it back. */
@Service
public class RemedyService {
    private final ExplanationStore store;
    private final Explanations explanations;
    private final Records records;
    private final SchedulePins pins;
    private final Schedules schedules;
    private final ScheduleFrames frames;
    private final GenerationJobs jobs;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    RemedyService(
            ExplanationStore store,
            Explanations explanations,
            Records records,
            SchedulePins pins,
            Schedules schedules,
            ScheduleFrames frames,
            GenerationJobs jobs,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.store = store;
        this.explanations = explanations;
        this.records = records;
        this.pins = pins;
        this.schedules = schedules;
        this.frames = frames;
        this.jobs = jobs;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Changes what a suggestion asks for, and asks for a timetable that begins with the plan by which the suggestion was
     * checked: all or nothing.
     *
     * @param number of the suggestion, from 1
     * @param search how to search
     * @return the queued generation job
     * @throws NotFoundException if there is no such explanation or suggestion
     * @throws ConflictException if the suggestion is for people to carry out, one was carried out already, the data have
     *     changed since, a record can't be changed, or the schedule can't be planned now
     */
    public GenerationJob apply(Actor actor, ScheduleId schedule, UUID id, int number, Search search) {
        frames.manage(schedule, actor);
        return Objects.requireNonNull(transaction.execute(status -> {
            Explanation explanation = locked(schedule, id);
            Edits edits = edits(explanation, number);
            UUID change = edits.values().isEmpty() ? null : change(edits.values(), actor);
            edits.pins().forEach(edit -> pin(schedule, edit.after()));
            GenerationJob job =
                    jobs.start(actor, schedule, search, store.plan(id, number).orElse(null));
            store.remedy(id, new Remedy(number, change, job.id(), actor.email(), false));
            audit.record(actor.email(), "explanation.applied", id.toString(), detail(edits, number, job));
            return job;
        }));
    }

    private Explanation locked(ScheduleId schedule, UUID id) {
        return store.lock(id)
                .filter(explanation -> explanation.schedule().equals(schedule))
                .orElseThrow(() -> new NotFoundException(
                        "There is no explanation (%s) of the schedule (%s).".formatted(id, schedule)));
    }

    private Edits edits(Explanation explanation, int number) {
        Findings findings = explanation.findings();
        if (explanation.status() != ExplanationStatus.COMPLETED || findings == null) {
            throw new ConflictException("The explanation is not ready yet. Wait until it has ended.");
        }
        if (number < 1 || number > findings.suggestions().size()) {
            throw new NotFoundException("There is no suggestion (%d); there are %d."
                    .formatted(number, findings.suggestions().size()));
        }
        Remedy before = explanation.remedy();
        if (before != null && !before.undone()) {
            throw new ConflictException(
                    "Suggestion (%d) was carried out already. Take it back first, or ask for a new explanation."
                            .formatted(before.suggestion()),
                    Map.of("job_id", before.job()));
        }
        if (!explanations.current(explanation)) {
            throw new ConflictException(
                    "The data have changed since this explanation was made. Ask for a new one; nothing was changed.");
        }
        Suggestion suggestion = findings.suggestions().get(number - 1);
        if (suggestion.edits() == null) {
            throw new ConflictException(
                    "Suggestion (%d) is for people to carry out: no record says it. Follow its links."
                            .formatted(number));
        }
        return suggestion.edits();
    }

    private @Nullable UUID change(List<ValueEdit> values, Actor actor) {
        Map<List<String>, Map<String, String>> byRecord = new LinkedHashMap<>();
        for (ValueEdit edit : values) {
            byRecord.computeIfAbsent(
                            List.of(edit.kind(), edit.code()), key -> new HashMap<>(Map.of("code", edit.code())))
                    .put(edit.column(), edit.value());
        }
        List<RecordEdit> edits = new ArrayList<>();
        byRecord.forEach((place, columns) ->
                edits.add(new RecordEdit(RecordKind.of(place.get(0)).orElseThrow(), RecordEdit.Origin.FORM, columns)));
        Records.Done done = records.apply(edits, actor, "relaxed");
        if (!done.plan().possible()) {
            throw new ConflictException("The suggestion can't be carried out, and nothing was changed: "
                    + String.join(
                            " ",
                            done.plan().faults().stream()
                                    .map(RecordFault::message)
                                    .toList()));
        }
        return done.undo();
    }

    private void pin(ScheduleId schedule, ActivityPin pin) {
        if (nothing(pin)) {
            pins.unpin(schedule, List.of(pin.activity()));
        } else {
            pins.pin(schedule, List.of(pin));
        }
    }

    private static boolean nothing(ActivityPin pin) {
        return pin.day() == null && pin.room() == null && pin.personnel().isEmpty();
    }

    private static Map<String, Object> detail(Edits edits, int number, GenerationJob job) {
        return Map.of(
                "suggestion",
                number,
                "job",
                job.id().toString(),
                "values",
                edits.values().stream()
                        .map(edit -> "%s %s: %s = %s".formatted(edit.kind(), edit.code(), edit.column(), edit.value()))
                        .toList(),
                "pins",
                edits.pins().stream().map(edit -> edit.after().activity()).toList());
    }

    /**
     * Takes a suggestion back: records and pins are what they were. The generation goes on with what it has loaded.
     *
     * @throws ConflictException if none was carried out, or a record or pin was changed again since
     */
    public void undo(Actor actor, ScheduleId schedule, UUID id) {
        frames.manage(schedule, actor);
        transaction.executeWithoutResult(status -> {
            Explanation explanation = locked(schedule, id);
            Remedy remedy = explanation.remedy();
            if (remedy == null || remedy.undone()) {
                throw new ConflictException("No suggestion of this explanation is carried out now.");
            }
            if (remedy.change() != null) {
                records.undo(remedy.change(), actor);
            }
            Suggestion suggestion =
                    Objects.requireNonNull(explanation.findings()).suggestions().get(remedy.suggestion() - 1);
            List<ActivityPin> now = schedules.college(schedule).pins();
            for (PinEdit edit : Objects.requireNonNull(suggestion.edits()).pins()) {
                boolean same = nothing(edit.after())
                        ? now.stream()
                                .noneMatch(pin ->
                                        pin.activity().equals(edit.after().activity()) && !nothing(pin))
                        : now.contains(edit.after());
                if (!same) {
                    throw new ConflictException(
                            "What is fixed of the activity (%s) was changed again since. Change it on the board."
                                    .formatted(edit.after().activity()));
                }
                pin(schedule, edit.before());
            }
            store.remedy(id, new Remedy(remedy.suggestion(), remedy.change(), remedy.job(), remedy.by(), true));
            audit.record(
                    actor.email(),
                    "explanation.undone",
                    id.toString(),
                    Map.of("suggestion", remedy.suggestion(), "schedule", schedule.toString()));
        });
    }
}
