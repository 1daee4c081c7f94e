package org.horarium.server.timetable.disruption;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.horarium.engine.edit.Choice;
import org.horarium.engine.edit.PlanEditor;
import org.horarium.engine.edit.Suggestion;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.verify.Verifier;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.board.OpenDraft;

/**
 * Looks for ways to deal with all that a disruption affects: one activity after the other gets the best of what is possible
 * for it as things are by then, in several orders of preference ({@link Repair.Way}).
 */
final class RepairSearch {
    private static final int MOST_STEPS = 8;

    private final OpenDraft draft;
    private final Disruption what;
    private final List<PlacedActivity> affected;
    private final BooleanSupplier stop;

    /**
     * What is to be repaired.
     *
     * @param draft the timetable that is in force, judged by rules that know of the disruption
     * @param affected what takes place on lost dates
     * @param stop asked often; once true, the rest is done without looking far
     */
    RepairSearch(OpenDraft draft, Disruption what, List<PlacedActivity> affected, BooleanSupplier stop) {
        this.draft = draft;
        this.what = what;
        this.affected = List.copyOf(affected);
        this.stop = stop;
    }

    /**
     * Something that can be done for one activity.
     *
     * @param after where it, and what has to make room for it, go
     * @param sameTime whether it stays when it is
     * @param cost change of the cost
     */
    record Step(List<Placement> after, boolean sameTime, long cost) {
        Step {
            after = List.copyOf(after);
        }
    }

    /** The editor of what is left: what is cancelled is not there. */
    PlanEditor editor() {
        return PlanEditor.open(draft.rules(), remaining());
    }

    private Plan remaining() {
        Plan plan = draft.plan();
        return what.kind() == DisruptionKind.ACTIVITY ? without(plan, Set.of(what.subject())) : plan;
    }

    private static Plan without(Plan plan, Set<String> events) {
        return new Plan(
                plan.placements().stream()
                        .filter(p -> !events.contains(p.event()))
                        .toList(),
                plan.enrolments());
    }

    /** All that can be done for one activity as things are: others or other rooms first, then other times. */
    List<Step> steps(PlanEditor editor, PlacedActivity activity) {
        List<Step> steps = new ArrayList<>();
        String id = activity.activity();
        if (what.kind() == DisruptionKind.PERSON) {
            for (PlacedActivity.Staff staff : activity.staff()) {
                if (staff.person().equals(what.subject())) {
                    editor.people(id, staff.role(), staff.person()).forEach(choice -> add(steps, choice));
                }
            }
        } else if (what.kind() == DisruptionKind.ROOM) {
            editor.rooms(id, draft.time(activity)).stream()
                    .filter(choice -> !what.subject().equals(choice.placement().room()))
                    .forEach(choice -> add(steps, choice));
        }
        for (int depth = 1; depth <= 2; depth++) {
            List<Suggestion> suggestions = editor.suggest(id, null, depth, MOST_STEPS, stop);
            for (Suggestion suggestion : suggestions) {
                steps.add(new Step(
                        suggestion.steps().stream().map(Suggestion.Step::after).toList(),
                        false,
                        suggestion.change().total()));
            }
            if (!suggestions.isEmpty()) {
                break;
            }
        }
        return steps;
    }

    private static void add(List<Step> steps, Choice choice) {
        if (choice.isLegal()) {
            steps.add(
                    new Step(List.of(choice.placement()), true, choice.change().total()));
        }
    }

    /** Repairs, the best first: nothing left open, as little as possible left out, few people, low cost. */
    List<Repair> repairs() {
        List<Repair> repairs = new ArrayList<>();
        for (Repair.Way way : Repair.Way.values()) {
            Repair repair = way == Repair.Way.LEAVE_OUT ? leaveOut() : repair(way);
            boolean known = repairs.stream()
                    .anyMatch(other -> other.changes().equals(repair.changes())
                            && other.leftOut().equals(repair.leftOut()));
            if (!known && !(repair.changes().isEmpty() && repair.leftOut().isEmpty())) {
                repairs.add(repair);
            }
        }
        repairs.sort(Comparator.comparingInt((Repair repair) -> repair.open().size())
                .thenComparingInt(repair -> repair.leftOut().size())
                .thenComparingInt(Repair::concerned)
                .thenComparingLong(Repair::cost));
        return repairs;
    }

    private Repair repair(Repair.Way way) {
        PlanEditor editor = editor();
        Map<String, Placement> moved = new LinkedHashMap<>();
        List<String> open = new ArrayList<>();
        for (PlacedActivity activity : affected) {
            if (moved.containsKey(activity.activity())) {
                continue;
            }
            Step best = steps(editor, activity).stream().min(preferred(way)).orElse(null);
            if (best == null) {
                open.add(activity.activity());
            } else {
                best.after().forEach(placement -> moved.put(placement.event(), placement));
                editor = editor.at(with(editor.plan(), best.after()));
            }
        }
        return finished(way, moved, List.of(), open, editor.plan());
    }

    private Comparator<Step> preferred(Repair.Way way) {
        Comparator<Step> few = Comparator.comparingInt(this::concerned);
        Comparator<Step> order = switch (way) {
            case STAND_IN -> Comparator.comparing((Step step) -> !step.sameTime());
            case MOVE -> Comparator.comparing(Step::sameTime);
            case FEWEST, LEAVE_OUT -> few;
        };
        return order.thenComparing(few).thenComparingLong(Step::cost);
    }

    private int concerned(Step step) {
        Concern concern = new Concern(draft, absent());
        for (Placement placement : step.after()) {
            PlacedActivity before = draft.places().get(placement.event());
            if (before != null) {
                concern.add(before, draft.placed(placement));
            }
        }
        return concern.students() + concern.people();
    }

    private Set<String> absent() {
        return what.kind() == DisruptionKind.PERSON ? Set.of(what.subject()) : Set.of();
    }

    private Repair leaveOut() {
        List<String> out = affected.stream().map(PlacedActivity::activity).toList();
        return finished(Repair.Way.LEAVE_OUT, Map.of(), out, List.of(), without(draft.plan(), new HashSet<>(out)));
    }

    private static Plan with(Plan plan, List<Placement> changed) {
        Map<String, Placement> all = new LinkedHashMap<>();
        plan.placements().forEach(placement -> all.put(placement.event(), placement));
        changed.forEach(placement -> all.put(placement.event(), placement));
        return new Plan(List.copyOf(all.values()), plan.enrolments());
    }

    private Repair finished(
            Repair.Way way, Map<String, Placement> moved, List<String> leftOut, List<String> open, Plan plan) {
        Concern concern = new Concern(draft, absent());
        List<Repair.Change> changes = new ArrayList<>();
        for (Placement placement : moved.values()) {
            PlacedActivity before = draft.places().get(placement.event());
            PlacedActivity after = draft.placed(placement);
            if (before != null && !before.equals(after)) {
                changes.add(new Repair.Change(before, after));
                concern.add(before, after);
            }
        }
        for (PlacedActivity activity : affected) {
            if (leftOut.contains(activity.activity())) {
                concern.add(activity, null);
            }
        }
        long cost = Verifier.verify(draft.rules(), plan).score().total()
                - draft.verdict().score().total();
        return new Repair(way, changes, leftOut, open, concern.students(), concern.people(), cost);
    }
}
