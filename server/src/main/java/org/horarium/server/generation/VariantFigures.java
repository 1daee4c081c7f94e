package org.horarium.server.generation;

import java.util.List;
import org.horarium.engine.variant.Kpis;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a variant by which planners compare, as they are kept and told: those of {@link Kpis}, where each is
 * explained.
 *
 * @param total cost by the weights of the schedule; the verifier has found no violation in any variant
 * @param first sessions given by people who rank them first
 * @param second … second
 * @param third … third
 * @param other … further down
 * @param worstOff id of whose sessions are furthest from the own first choice; null when nobody has preferences
 * @param worstOffBy how far, in penalty a session
 * @param envyPairs ordered pairs of people of whom the first would rather give what the second gives
 * @param studentGaps idle slots between the first and the last of a day, times students
 * @param lateSlots slots in the last quarter of the day, times students
 * @param loadSpread slots between the person furthest above and the one furthest below their target
 * @param rooms different rooms in use
 * @param seatFill seats taken of those in the rooms in use, in percent
 * @param moved activities that are elsewhere than in what it is compared with
 * @param events activities in all
 * @param comparedWithPublished whether {@code moved} is against what was published; else against the balanced variant
 */
public record VariantFigures(
        long total,
        int first,
        int second,
        int third,
        int other,
        @Nullable String worstOff,
        double worstOffBy,
        int envyPairs,
        long studentGaps,
        long lateSlots,
        int loadSpread,
        int rooms,
        int seatFill,
        int moved,
        int events,
        boolean comparedWithPublished) {
    /**
     * The figures of a plan.
     *
     * @param kpis as the engine has counted them
     * @param events number of activities
     * @param comparedWithPublished whether they were compared with what was published
     */
    public static VariantFigures of(Kpis kpis, int events, boolean comparedWithPublished) {
        List<Integer> choices = kpis.choices();
        return new VariantFigures(
                kpis.score().total(),
                choices.get(0),
                choices.get(1),
                choices.get(2),
                choices.get(3),
                kpis.worstOff(),
                kpis.worstOffBy(),
                kpis.envyPairs(),
                kpis.studentGaps(),
                kpis.lateSlots(),
                kpis.loadSpread(),
                kpis.rooms(),
                kpis.seatFill(),
                kpis.moved(),
                events,
                comparedWithPublished);
    }

    /** Sessions given by people who have preferences. */
    public int sessions() {
        return first + second + third + other;
    }
}
