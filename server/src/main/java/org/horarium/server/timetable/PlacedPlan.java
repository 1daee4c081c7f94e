package org.horarium.server.timetable;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.horarium.engine.model.Plan;
import org.horarium.formats.college.ActivityTemplate.WeekPattern;
import org.horarium.formats.college.Term;
import org.horarium.formats.college.Timetable;
import org.horarium.formats.college.problem.Activity;
import org.horarium.formats.college.problem.CollegeProblem;

/** What a revision holds, as a plan of the engine. */
public final class PlacedPlan {
    private PlacedPlan() {}

    /**
     * The plan of what is placed, without what the college does not have any more: activities, days, slots, weeks. Such an
     * activity counts as one without a place. Whether the plan is any good is for the verifier to say.
     *
     * @param placed what a revision holds
     * @param problem of the same college as it is now
     */
    public static Plan of(List<PlacedActivity> placed, CollegeProblem problem) {
        return of(
                placed, problem, problem.activities().stream().map(Activity::id).collect(Collectors.toSet()));
    }

    /**
     * As {@link #of(List, CollegeProblem)}, for those who ask often.
     *
     * @param activities ids of the problem's activities
     */
    public static Plan of(List<PlacedActivity> placed, CollegeProblem problem, Set<String> activities) {
        List<Timetable.ScheduledEvent> events = placed.stream()
                .filter(a -> activities.contains(a.activity()) && isInTerm(a, problem))
                .map(PlacedPlan::event)
                .toList();
        return problem.timetables()
                .plan(new Timetable(
                        problem.college().name(), problem.college().term().id(), events, List.of(), 0, Map.of(), 0));
    }

    private static boolean isInTerm(PlacedActivity a, CollegeProblem problem) {
        Term term = problem.college().term();
        return term.days().contains(a.day())
                && a.end() - 1 <= term.slots().size()
                && (a.weeks() == PlacedActivity.Weeks.EVERY
                        || problem.problem().grid().weeks() > 1);
    }

    private static Timetable.ScheduledEvent event(PlacedActivity a) {
        return new Timetable.ScheduledEvent(
                a.activity(),
                a.day(),
                a.slot(),
                a.duration(),
                switch (a.weeks()) {
                    case EVERY -> WeekPattern.EVERY;
                    case A -> WeekPattern.A;
                    case B -> WeekPattern.B;
                },
                a.room(),
                a.staff().stream()
                        .map(s -> new Timetable.Assignment(s.role(), s.person()))
                        .toList());
    }
}
