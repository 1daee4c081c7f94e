package org.horarium.server.generation.compare;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.horarium.server.generation.VariantFigures;

/** A figure by which variants are compared, one row of the matrix; what each counts says {@link VariantFigures}. */
public enum Kpi {
    /** Cost by the weights of the schedule. */
    COST(Better.LESS, VariantFigures::total),
    /** Sessions that are somebody's first choice. */
    FIRST(Better.MORE, VariantFigures::first),
    /** … second; neither more nor less of them is better by itself. */
    SECOND(Better.NEITHER, VariantFigures::second),
    /** … third. */
    THIRD(Better.NEITHER, VariantFigures::third),
    /** … further down. */
    OTHER(Better.LESS, VariantFigures::other),
    /** How far the person who is worst off is from the own first choice. */
    WORST_OFF(Better.LESS, VariantFigures::worstOffBy),
    /** Pairs of people of whom one would rather give what the other gives. */
    ENVY(Better.LESS, VariantFigures::envyPairs),
    /** Idle hours of students. */
    GAPS(Better.LESS, VariantFigures::studentGaps),
    /** Late hours of students. */
    LATE(Better.LESS, VariantFigures::lateSlots),
    /** From the most to the least loaded person. */
    LOAD(Better.LESS, VariantFigures::loadSpread),
    /** Rooms in use. */
    ROOMS(Better.LESS, VariantFigures::rooms),
    /** Seats taken, in percent. */
    SEATS(Better.MORE, VariantFigures::seatFill),
    /** Activities that are elsewhere than before. */
    MOVED(Better.LESS, VariantFigures::moved);

    /** What is better. */
    public enum Better {
        /** The smaller number. */
        LESS,
        /** The larger number. */
        MORE,
        /** It says nothing by itself. */
        NEITHER
    }

    private final Better better;
    private final ToDoubleFunction<VariantFigures> value;

    Kpi(Better better, ToDoubleFunction<VariantFigures> value) {
        this.better = better;
        this.value = value;
    }

    /** Which end of it is the good one. */
    public Better better() {
        return better;
    }

    /** The number. */
    public double of(VariantFigures figures) {
        return value.applyAsDouble(figures);
    }

    /** Whether it is about what people prefer. */
    public boolean ofPreferences() {
        return this == FIRST || this == SECOND || this == THIRD || this == OTHER || this == WORST_OFF || this == ENVY;
    }

    /** The word in message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
