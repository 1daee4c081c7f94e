package org.horarium.server.timetable.board;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.horarium.engine.edit.Choice;
import org.horarium.engine.edit.PlanEditor;
import org.horarium.engine.edit.Suggestion;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.verify.HardRule;
import org.horarium.engine.verify.Verdict;
import org.horarium.engine.verify.Verifier;
import org.horarium.engine.verify.Violation;
import org.horarium.formats.college.ActivityPin;
import org.horarium.formats.college.problem.Activity;
import org.horarium.formats.college.problem.Atom;
import org.horarium.formats.college.problem.CollegeProblem;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.PlacedPlan;
import org.horarium.server.timetable.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A revision with everything at hand to answer questions about it: the data as they are now, the plan, what the verifier
 * says, and the editor. Safe for several threads; the editor answers one at a time.
 */
public final class OpenDraft {
    private final Revision revision;
    private final CollegeProblem problem;
    private final Problem rules;
    private final Map<String, Activity> activities;
    private final PlanEditor editor;
    private final Verdict verdict;
    private final Map<String, PlacedActivity> places;
    /** What was judged last: after an edit, the next version of the draft is just that. */
    private volatile @Nullable Tried lastTried;

    /** A plan that was judged by the same rules. */
    private record Tried(Plan plan, Verdict verdict) {
        boolean isOf(Plan other) {
            return Set.copyOf(plan.placements()).equals(Set.copyOf(other.placements()))
                    && plan.enrolments().equals(other.enrolments());
        }
    }

    private OpenDraft(
            Revision revision,
            CollegeProblem problem,
            Problem rules,
            Map<String, Activity> activities,
            PlanEditor editor,
            Verdict verdict) {
        this.revision = revision;
        this.problem = problem;
        this.rules = rules;
        this.activities = activities;
        this.editor = editor;
        this.verdict = verdict;
        Map<String, PlacedActivity> at = new LinkedHashMap<>();
        revision.activities().forEach(a -> at.put(a.activity(), a));
        places = Collections.unmodifiableMap(at);
    }

    /**
     * Opens a revision.
     *
     * @param revision what to open
     * @param problem the data as they are now
     * @param rules by which it is judged: the problem of the data, or a stricter one with the same events
     */
    public static OpenDraft of(Revision revision, CollegeProblem problem, Problem rules) {
        Map<String, Activity> activities =
                problem.activities().stream().collect(Collectors.toMap(Activity::id, Function.identity()));
        Plan plan = PlacedPlan.of(revision.activities(), problem, activities.keySet());
        return new OpenDraft(
                revision, problem, rules, activities, PlanEditor.open(rules, plan), Verifier.verify(rules, plan));
    }

    /** The next version of the same revision, from the same data. */
    OpenDraft next(Revision changed) {
        Plan plan = PlacedPlan.of(changed.activities(), problem, activities.keySet());
        Tried tried = lastTried;
        Verdict known = tried != null && tried.isOf(plan) ? tried.verdict : Verifier.verify(rules, plan);
        synchronized (editor) {
            return new OpenDraft(changed, problem, rules, activities, editor.at(plan), known);
        }
    }

    /** The revision, as it was when it was opened. */
    public Revision revision() {
        return revision;
    }

    /** The data behind it. */
    public CollegeProblem problem() {
        return problem;
    }

    /** The rules by which it is judged. */
    public Problem rules() {
        return rules;
    }

    /** The plan in the engine's words. */
    public Plan plan() {
        return editor.plan();
    }

    /** Whether it was opened with these data. */
    boolean isOf(CollegeProblem data) {
        return problem == data;
    }

    /** The activity, or null when the college does not have it (any more). */
    public @Nullable Activity activity(String id) {
        return activities.get(id);
    }

    /** Ids of activities that are fixed in time, room or people. */
    public Set<String> pinned() {
        return problem.college().pins().stream()
                .filter(pin -> pin.day() != null
                        || pin.room() != null
                        || !pin.personnel().isEmpty())
                .map(ActivityPin::activity)
                .collect(Collectors.toSet());
    }

    /** What the verifier says of it as it is. */
    public Verdict verdict() {
        return verdict;
    }

    boolean isElective(PlacedActivity activity) {
        Activity known = activities.get(activity.activity());
        return known != null && known.course().elective();
    }

    /** Every time that an activity could have, see {@link PlanEditor#times}. */
    public List<Choice> times(String activity) {
        synchronized (editor) {
            return editor.times(activity);
        }
    }

    /** Every room that an activity could have, see {@link PlanEditor#rooms}. */
    public List<Choice> rooms(String activity, TimePattern time) {
        synchronized (editor) {
            return editor.rooms(activity, time);
        }
    }

    /** Everybody who could give an activity instead, see {@link PlanEditor#people}. */
    public List<Choice> people(String activity, String role, String present) {
        synchronized (editor) {
            return editor.people(activity, role, present);
        }
    }

    /** Chains of moves, see {@link PlanEditor#suggest}. */
    public List<Suggestion> suggest(
            String activity, @Nullable TimePattern wish, int depth, int most, BooleanSupplier stop) {
        synchronized (editor) {
            return editor.suggest(activity, wish, depth, most, stop);
        }
    }

    /** The engine's time of a place. */
    public TimePattern time(PlacedActivity place) {
        return PlacedPlan.of(List.of(place), problem, activities.keySet())
                .placements()
                .get(0)
                .time();
    }

    /** A place of the engine in the words of a timetable. */
    public PlacedActivity placed(Placement placement) {
        Activity activity = Objects.requireNonNull(activities.get(placement.event()));
        TimePattern time = placement.time();
        boolean every = time.weeks() == rules.grid().allWeeks();
        return new PlacedActivity(
                activity.id(),
                activity.template().id(),
                activity.group(),
                leaves(activity),
                problem.college().term().days().get(Integer.numberOfTrailingZeros(time.days())),
                time.start() + 1,
                time.length(),
                every
                        ? PlacedActivity.Weeks.EVERY
                        : time.weeks() == 1 ? PlacedActivity.Weeks.A : PlacedActivity.Weeks.B,
                placement.room(),
                placement.staff().stream()
                        .map(s -> new PlacedActivity.Staff(s.role(), s.person()))
                        .toList());
    }

    private static List<String> leaves(Activity activity) {
        return activity.attendees().stream().map(Atom::leaf).distinct().toList();
    }

    /**
     * A place in words of the timetable, as long as the college has what it names.
     *
     * @param staff who gives it; those who give it now if missing
     * @throws org.horarium.server.platform.InvalidInputException when the activity or the time does not exist
     */
    public PlacedActivity place(
            String id,
            java.time.DayOfWeek day,
            int slot,
            PlacedActivity.Weeks weeks,
            @Nullable String room,
            @Nullable List<PlacedActivity.Staff> staff) {
        Activity activity = activities.get(id);
        if (activity == null) {
            throw new InvalidInputException(
                    "/places", "The activity (%s) is none of this schedule's. Reload the page.".formatted(id));
        }
        int duration = activity.template().duration();
        int slots = problem.college().term().slots().size();
        if (!problem.college().term().days().contains(day) || slot < 1 || slot + duration - 1 > slots) {
            throw new InvalidInputException(
                    "/places",
                    "The activity (%s) lasts %d slots and can't be on %s from slot (%d): the week has the days %s and %d slots a day."
                            .formatted(
                                    id,
                                    duration,
                                    day,
                                    slot,
                                    problem.college().term().days(),
                                    slots));
        }
        PlacedActivity now = places().get(id);
        return new PlacedActivity(
                id,
                activity.template().id(),
                activity.group(),
                leaves(activity),
                day,
                slot,
                duration,
                weeks,
                room,
                staff != null && !staff.isEmpty() ? staff : now == null ? List.of() : now.staff());
    }

    /** Where each activity is. */
    public Map<String, PlacedActivity> places() {
        return places;
    }

    /**
     * What the timetable would be worth after some changes.
     *
     * @param changes what to change
     */
    Judged judge(List<Change> changes) {
        Map<String, PlacedActivity> places = new LinkedHashMap<>(places());
        for (Change change : changes) {
            if (change.after() == null) {
                places.remove(change.activity());
            } else {
                places.put(change.activity(), change.after());
            }
        }
        Plan plan = PlacedPlan.of(new ArrayList<>(places.values()), problem, activities.keySet());
        Verdict after = Verifier.verify(rules, plan);
        lastTried = new Tried(plan, after);
        Set<String> before = new HashSet<>();
        verdict.violations().forEach(violation -> before.add(key(violation)));
        List<Violation> fresh = after.violations().stream()
                .filter(violation -> violation.rule() != HardRule.PLACED)
                .filter(violation -> !before.contains(key(violation)))
                .toList();
        Map<String, Long> costs =
                problem.timetables().timetable(plan, after.score(), List.of()).costs();
        return new Judged(after, fresh, costs);
    }

    /** What tells two violations apart; the same clash at another hour is another one. */
    private static String key(Violation violation) {
        return violation.rule() + "|" + violation.subject() + "|" + violation.message();
    }

    /**
     * What the verifier says of changes.
     *
     * @param verdict of the whole
     * @param fresh violations that were not there before, without activities that have no place
     * @param costs of each goal, by name
     */
    record Judged(Verdict verdict, List<Violation> fresh, Map<String, Long> costs) {
        /** Violations that nobody insists on; activities without a place among them. */
        long unacknowledged(Set<String> insisted) {
            Map<Boolean, Long> sums = new HashMap<>();
            verdict.violations()
                    .forEach(violation -> sums.merge(
                            violation.events().stream().anyMatch(insisted::contains), violation.units(), Long::sum));
            return sums.getOrDefault(false, 0L);
        }
    }
}
