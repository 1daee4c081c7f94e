package org.horarium.server.approval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.horarium.formats.Fault;
import org.horarium.formats.college.College;
import org.horarium.formats.college.check.CollegeChecks;
import org.horarium.formats.college.problem.Activity;
import org.horarium.formats.college.problem.CollegeProblem;
import org.horarium.server.access.Actor;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.RevisionDiff;
import org.horarium.server.timetable.RevisionFindings;
import org.horarium.server.timetable.TemporaryRevisions;
import org.horarium.server.timetable.Timetables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody who decides has to see: what would change, for whom, and what is not right. */
@Service
public class Review {
    private final Workflow workflow;
    private final PublishChecks checks;
    private final Timetables timetables;
    private final Schedules schedules;
    private final RevisionFindings findings;
    private final TemporaryRevisions temporary;

    Review(
            Workflow workflow,
            PublishChecks checks,
            Timetables timetables,
            Schedules schedules,
            RevisionFindings findings,
            TemporaryRevisions temporary) {
        this.workflow = workflow;
        this.checks = checks;
        this.timetables = timetables;
        this.schedules = schedules;
        this.findings = findings;
        this.temporary = temporary;
    }

    /**
     * What would change.
     *
     * @param state where the revision stands
     * @param before what is published now; null for nothing
     * @param after the revision
     * @param diff from one to the other
     * @param concerned by it
     * @param clashes sentences about what others have published and this revision needs as well
     */
    public record Changes(
            WorkflowState state,
            @Nullable Revision before,
            Revision after,
            RevisionDiff diff,
            Concerned concerned,
            List<String> clashes) {}

    /** What would change if a revision were published today; one for some days, on the first of them. */
    @Transactional(readOnly = true)
    public Changes changes(Actor actor, UUID id) {
        WorkflowState state = workflow.get(actor, id);
        LocalDate from = temporary
                .of(state.revision().id())
                .map(TemporaryRevisions.Days::from)
                .filter(day -> day.isAfter(checks.today()))
                .orElse(null);
        PublishChecks.Result result = checks.check(state.schedule(), state.revision(), from, new ArrayList<>());
        return new Changes(state, result.before(), result.after(), result.diff(), result.concerned(), result.clashes());
    }

    /**
     * What is not right with a revision, by the data as they are now (what they have changed since, the revision does not
     * know) and by the rules of the days that it is meant for.
     *
     * @param most how many findings at most; those that nobody insists on come first
     * @param locale of the reader
     */
    @Transactional(readOnly = true)
    public Warnings warnings(Actor actor, UUID id, int most, Locale locale) {
        WorkflowState state = workflow.get(actor, id);
        Revision revision = timetables.find(state.revision().id()).orElseThrow();
        List<RevisionFindings.Finding> all =
                all(schedules.college(state.schedule().id()), revision, locale);
        long insisted =
                all.stream().filter(RevisionFindings.Finding::acknowledged).count();
        return new Warnings(
                all.stream().limit(most).toList(),
                (int) (all.size() - insisted),
                (int) insisted,
                Math.max(0, all.size() - most));
    }

    /**
     * What is not right.
     *
     * @param findings as many as were asked for
     * @param open how many there are that nobody insists on
     * @param insisted how many that somebody does
     * @param more how many are left out of the list
     */
    public record Warnings(List<RevisionFindings.Finding> findings, int open, int insisted, int more) {}

    private List<RevisionFindings.Finding> all(College college, Revision revision, Locale locale) {
        List<Fault> faults = CollegeChecks.check(college);
        if (!faults.isEmpty()) {
            return faults.stream().map(fault -> data(fault.message())).toList();
        }
        Set<String> known = CollegeProblem.of(college).activities().stream()
                .map(Activity::id)
                .collect(Collectors.toCollection(HashSet::new));
        List<RevisionFindings.Finding> found = new ArrayList<>();
        revision.activities().stream()
                .filter(activity -> !known.contains(activity.activity()))
                .forEach(activity ->
                        found.add(data("The data no longer have the activity (%s).".formatted(activity.activity()))));
        found.addAll(findings.of(revision, locale));
        return found;
    }

    private static RevisionFindings.Finding data(String text) {
        return new RevisionFindings.Finding("rule", text, false, "");
    }
}
