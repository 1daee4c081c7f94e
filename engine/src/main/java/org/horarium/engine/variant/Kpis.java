package org.horarium.engine.variant;

import java.util.List;
import org.horarium.engine.model.CostComponent;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.verify.Score;
import org.horarium.engine.verify.Verifier;
import org.jspecify.annotations.Nullable;

/**
 * The figures by which a planner compares plans of one problem. Slots are counted over all weeks of the grid.
 *
 * @param score what the verifier says
 * @param choices how many sessions (event × person) are a first, second, third and other choice of who gives them; see
 *     {@link PreferenceKpis} for what a choice is
 * @param worstOff whose sessions are furthest from the own first choice on average, the first of several; null when nobody
 *     has preferences
 * @param worstOffBy how far, in penalty a session
 * @param envyPairs ordered pairs of people of whom the first could give all that the second gives, and would rather
 * @param studentGaps idle slots between the first and the last of a day, times students
 * @param lateSlots slots in the last quarter of the teaching day, times students
 * @param loadSpread difference between the person furthest above and the one furthest below their target load (where
 *     loads have no targets: between the largest and the smallest load), in slots
 * @param rooms different rooms in use
 * @param seatFill seats taken of the seats of the rooms in use, in percent; 100 where no sizes are known
 * @param moved events at another time or in another room than in the reference plan; 0 without one
 */
public record Kpis(
        Score score,
        List<Integer> choices,
        @Nullable String worstOff,
        double worstOffBy,
        int envyPairs,
        long studentGaps,
        long lateSlots,
        int loadSpread,
        int rooms,
        int seatFill,
        int moved) {
    public Kpis {
        choices = List.copyOf(choices);
    }

    /**
     * Computes the figures from the records alone.
     *
     * @param problem what was planned
     * @param plan the plan
     * @param reference the published plan; null when there is none
     */
    public static Kpis of(Problem problem, Plan plan, @Nullable Plan reference) {
        PreferenceKpis preferences = new PreferenceKpis(problem, plan);
        StudentKpis students = new StudentKpis(problem, plan);
        ResourceKpis resources = new ResourceKpis(problem, plan);
        return new Kpis(
                Verifier.verify(problem, plan).score(),
                preferences.choices(),
                preferences.worstOff(),
                preferences.worstOffBy(),
                preferences.envyPairs(),
                students.gaps(),
                students.late(),
                resources.loadSpread(),
                resources.rooms(),
                resources.seatFill(),
                reference == null
                        ? 0
                        : Difference.between(problem, plan, reference).moved().size());
    }

    /**
     * What a variant is there for, as one number: its own figure, in which no other variant should be better. Less is better.
     *
     * <ul>
     *   <li>balanced: the cost;
     *   <li>personnel: cost of who gives what, and of fairness;
     *   <li>student-compact: gaps and late slots;
     *   <li>room-efficient: cost of rooms and of changing them;
     *   <li>least-change: events moved.
     * </ul>
     */
    public long own(Variant variant) {
        return switch (variant) {
            case BALANCED -> score.total();
            case PERSONNEL -> score.cost(CostComponent.STAFF) + score.cost(CostComponent.FAIRNESS);
            case STUDENT_COMPACT -> studentGaps + lateSlots;
            case ROOM_EFFICIENT -> score.cost(CostComponent.ROOM) + score.cost(CostComponent.STABILITY);
            case LEAST_CHANGE -> moved;
        };
    }

    /** Sum of {@link #choices()}: sessions given by people who have preferences. */
    public int sessions() {
        return choices.stream().mapToInt(Integer::intValue).sum();
    }
}
