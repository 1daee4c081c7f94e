package org.horarium.assessment.solve;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Day;
import org.horarium.assessment.model.Pause;
import org.horarium.assessment.model.Period;

/**
 * The working time of a centre as one line of units of five minutes. Breaks and nights are gaps that are exactly as long
 * as the buffer (at least one unit), so "a buffer apart, unless a break lies between" becomes "a buffer apart": no case
 * needs a special rule.
 */
public final class Timeline {
    /** A stretch without break. Position and length in units. */
    record Segment(int from, int to, LocalDateTime start) {
        int length() {
            return to - from;
        }
    }

    private final List<Segment> segments = new ArrayList<>();
    private final int length;
    /** For each unit the first unit after its segment; 0 in gaps. */
    private final int[] segmentEnd;

    /** The working time of this centre's days. */
    public Timeline(Centre centre) {
        int gap = Math.max(1, units(centre.bufferMinutes()));
        int position = 0;
        for (Day day : centre.days()) {
            LocalDateTime free = day.date().atTime(day.start());
            for (Pause pause : day.breaks()) {
                position = add(free, day.date().atTime(pause.start()), position, gap);
                free = day.date()
                        .atTime(pause.end())
                        .plusMinutes(centre.bufferAfterBreak() ? centre.bufferMinutes() : 0);
            }
            position = add(free, day.date().atTime(day.end()), position, gap);
        }
        length = segments.isEmpty() ? 0 : segments.get(segments.size() - 1).to();
        segmentEnd = new int[length];
        for (Segment s : segments) {
            for (int t = s.from(); t < s.to(); t++) {
                segmentEnd[t] = s.to();
            }
        }
    }

    private int add(LocalDateTime from, LocalDateTime to, int position, int gap) {
        int units = (int) Math.floorDiv(Duration.between(from, to).toMinutes(), Centre.GRID_MINUTES);
        if (units <= 0) {
            return position;
        }
        segments.add(new Segment(position, position + units, from));
        return position + units + gap;
    }

    /** Minutes as units, rounded up. */
    public static int units(int minutes) {
        return (minutes + Centre.GRID_MINUTES - 1) / Centre.GRID_MINUTES;
    }

    /** Units from the first to the last, gaps included. */
    public int length() {
        return length;
    }

    List<Segment> segments() {
        return segments;
    }

    /** True when a session of this many units may start here. */
    public boolean fits(int start, int units) {
        return start >= 0 && start < length && segmentEnd[start] != 0 && start + units <= segmentEnd[start];
    }

    /** The clock time of a unit in a segment. */
    public LocalDateTime at(int unit) {
        for (Segment s : segments) {
            if (unit >= s.from() && unit < s.to()) {
                return s.start().plusMinutes((long) (unit - s.from()) * Centre.GRID_MINUTES);
            }
        }
        throw new IllegalArgumentException("The unit (" + unit + ") lies in no segment of " + segments + ".");
    }

    /** The clock time at which a session ends that ends before this unit. */
    public LocalDateTime endAt(int unit) {
        return at(unit - 1).plusMinutes(Centre.GRID_MINUTES);
    }

    /** The unit that starts at this clock time; the next one where there is none; {@link #length()} when it is past. */
    public int unitAt(LocalDateTime time) {
        for (Segment s : segments) {
            LocalDateTime end = s.start().plusMinutes((long) s.length() * Centre.GRID_MINUTES);
            if (time.isBefore(end)) {
                return time.isAfter(s.start())
                        ? s.from()
                                + units((int) Duration.between(s.start(), time).toMinutes())
                        : s.from();
            }
        }
        return length;
    }

    /** The units that have a minute in common with one of these periods. */
    public BitSet blocked(List<Period> periods) {
        BitSet blocked = new BitSet(length);
        for (Segment s : segments) {
            for (int t = s.from(); t < s.to(); t++) {
                LocalDateTime at = at(t);
                Period unit = new Period(at, at.plusMinutes(Centre.GRID_MINUTES));
                if (periods.stream().anyMatch(unit::overlaps)) {
                    blocked.set(t);
                }
            }
        }
        return blocked;
    }

    /** Units of working time before this unit. */
    public int workingBefore(int unit) {
        int sum = 0;
        for (Segment s : segments) {
            sum += Math.max(0, Math.min(unit, s.to()) - s.from());
        }
        return sum;
    }

    /** End of as many sessions one after another, of this length and a buffer apart, from a unit on; above {@link #length()} when they don't fit. */
    int chainEnd(int from, int count, int units, int buffer) {
        int t = from;
        int end = from;
        for (int i = 0; i < count; i++) {
            while (t < length && !fits(t, units)) {
                t++;
            }
            if (t >= length) {
                return length + 1;
            }
            end = t + units;
            t = end + buffer;
        }
        return end;
    }

    /** How many sessions of this length fit one after another before a unit. */
    int capacity(int before, int units, int buffer) {
        int sum = 0;
        for (Segment s : segments) {
            int usable = Math.min(before, s.to()) - s.from();
            sum += usable <= 0 ? 0 : (usable + buffer) / (units + buffer);
        }
        return sum;
    }
}
