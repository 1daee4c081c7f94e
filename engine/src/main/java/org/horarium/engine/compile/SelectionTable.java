package org.horarium.engine.compile;

import java.util.ArrayList;
import java.util.List;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.TimePattern;

/** Constraints over sets of events that look at selected slots only. */
public final class SelectionTable {
    /** {@link DistributionRule.EventsWithin}: at most {@code first} events. */
    public static final byte EVENTS = 0;

    /** {@link DistributionRule.AtOnceWithin}: at most {@code first} events at once. */
    public static final byte AT_ONCE = 1;

    /** {@link DistributionRule.SlotsWithin}: at most {@code first} slots, at least {@code second}. */
    public static final byte SLOTS = 2;

    /** The constraints and their events. */
    public final SetTable sets;

    /** Kind of each, one of the constants. */
    public final byte[] kind;

    /** Bits of the selected slots, {@code [constraint][cell]}. */
    public final long[][] mask;

    private SelectionTable(SetTable sets, byte[] kind, long[][] mask) {
        this.sets = sets;
        this.kind = kind;
        this.mask = mask;
    }

    /** Whether some constraint may be kept better with one event more. */
    public boolean mayAskForMore() {
        for (int c = 0; c < sets.count; c++) {
            if (kind[c] == SLOTS && sets.second[c] > 0) {
                return true;
            }
        }
        return false;
    }

    /** Collects constraints. */
    static final class Builder {
        private final TimeAxis axis;
        private final SetTable.Builder sets = new SetTable.Builder();
        private final List<Byte> kinds = new ArrayList<>();
        private final List<long[]> masks = new ArrayList<>();

        Builder(TimeAxis axis) {
            this.axis = axis;
        }

        void add(int rule, DistributionRule what, int[] events) {
            if (what instanceof DistributionRule.EventsWithin within) {
                add(rule, EVENTS, within.most(), 0, events);
            } else if (what instanceof DistributionRule.AtOnceWithin within) {
                add(rule, AT_ONCE, within.most(), 0, events);
            } else if (what instanceof DistributionRule.SlotsWithin within) {
                add(rule, SLOTS, within.most(), within.least(), events);
            }
            masks.add(mask(DistributionRule.timesOf(what)));
        }

        private void add(int rule, byte kind, int most, int least, int[] events) {
            sets.add(rule, most, least, events);
            kinds.add(kind);
        }

        private long[] mask(List<TimePattern> times) {
            long[] mask = new long[axis.cells];
            for (TimePattern time : times) {
                long classes = axis.classes.toClasses(time.weeks());
                for (int cell = 0; cell < mask.length; cell++) {
                    if ((classes >> axis.weekOfCell[cell] & 1) != 0 && (time.days() >> axis.dayOfCell[cell] & 1) != 0) {
                        mask[cell] |= TimeAxis.bits(time.start(), time.end(), axis.wordOfCell[cell]);
                    }
                }
            }
            return mask;
        }

        SelectionTable build(int eventCount) {
            byte[] kind = new byte[kinds.size()];
            for (int c = 0; c < kind.length; c++) {
                kind[c] = kinds.get(c);
            }
            return new SelectionTable(sets.build(eventCount), kind, masks.toArray(long[][]::new));
        }
    }
}
