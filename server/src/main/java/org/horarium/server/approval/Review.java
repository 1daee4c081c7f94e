package org.horarium.server.approval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.horarium.engine.model.Plan;
import org.horarium.engine.verify.Verifier;
import org.horarium.formats.Fault;
import org.horarium.formats.FormatException;
import org.horarium.formats.college.ActivityTemplate.WeekPattern;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Timetable;
import org.horarium.formats.college.check.CollegeChecks;
import org.horarium.formats.college.problem.Activity;
import org.horarium.formats.college.problem.CollegeProblem;
import org.horarium.server.access.Actor;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.RevisionDiff;
import org.horarium.server.timetable.Timetables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody who decides has to see: what would change, for whom, and what is not right. */
@Service
public class Review {
    private static final int MOST = 50;

    private final Workflow workflow;
    private final PublishChecks checks;
    private final Timetables timetables;
    private final Schedules schedules;

    Review(Workflow workflow, PublishChecks checks, Timetables timetables, Schedules schedules) {
        this.workflow = workflow;
        this.checks = checks;
        this.timetables = timetables;
        this.schedules = schedules;
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

    /** What would change if a revision were published today. */
    @Transactional(readOnly = true)
    public Changes changes(Actor actor, UUID id) {
        WorkflowState state = workflow.get(actor, id);
        PublishChecks.Result result = checks.check(state.schedule(), state.revision(), null, new ArrayList<>());
        return new Changes(state, result.before(), result.after(), result.diff(), result.concerned(), result.clashes());
    }

    /**
     * Verifies a revision against the data as they are now: what the data have changed since, the revision does not know.
     *
     * @return sentences, at most {@value #MOST} and one that counts the rest; empty when the revision fits
     */
    @Transactional(readOnly = true)
    public List<String> warnings(Actor actor, UUID id) {
        WorkflowState state = workflow.get(actor, id);
        Revision revision = timetables.find(state.revision().id()).orElseThrow();
        List<String> all = faults(schedules.college(state.schedule().id()), revision);
        if (all.size() <= MOST) {
            return all;
        }
        List<String> first = new ArrayList<>(all.subList(0, MOST));
        first.add("… (%d)".formatted(all.size() - MOST));
        return first;
    }

    private static List<String> faults(College college, Revision revision) {
        List<Fault> faults = CollegeChecks.check(college);
        if (!faults.isEmpty()) {
            return faults.stream().map(Fault::message).toList();
        }
        CollegeProblem problem = CollegeProblem.of(college);
        Set<String> known =
                problem.activities().stream().map(Activity::id).collect(Collectors.toCollection(HashSet::new));
        List<String> found = new ArrayList<>();
        revision.activities().stream()
                .filter(activity -> !known.contains(activity.activity()))
                .forEach(activity ->
                        found.add("The data no longer have the activity (%s).".formatted(activity.activity())));
        try {
            Plan plan = problem.timetables()
                    .plan(new Timetable(
                            college.name(),
                            college.term().id(),
                            revision.activities().stream()
                                    .filter(activity -> known.contains(activity.activity()))
                                    .map(Review::event)
                                    .toList(),
                            List.of(),
                            revision.hard(),
                            revision.costs(),
                            revision.total()));
            Verifier.verify(problem.problem(), plan).violations().forEach(v -> found.add(v.message()));
        } catch (FormatException e) {
            e.faults().forEach(fault -> found.add(fault.message()));
        }
        return found;
    }

    private static Timetable.ScheduledEvent event(PlacedActivity activity) {
        return new Timetable.ScheduledEvent(
                activity.activity(),
                activity.day(),
                activity.slot(),
                activity.duration(),
                switch (activity.weeks()) {
                    case EVERY -> WeekPattern.EVERY;
                    case A -> WeekPattern.A;
                    case B -> WeekPattern.B;
                },
                activity.room(),
                activity.staff().stream()
                        .map(staff -> new Timetable.Assignment(staff.role(), staff.person()))
                        .toList());
    }
}
