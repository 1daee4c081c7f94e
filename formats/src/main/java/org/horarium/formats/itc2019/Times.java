package org.horarium.formats.itc2019;

import java.util.List;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.TimePattern;
import org.horarium.formats.Fault;
import org.horarium.formats.FaultCollector;
import org.horarium.formats.xml.XmlAttributes;
import org.horarium.formats.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/** Times as the format says them: {@code days="1010100" start="102" length="10" weeks="1111111111111111"}. */
final class Times {
    private Times() {}

    /** A time of a class; null, and a fault, when it is none. */
    static @Nullable TimePattern candidate(XmlElement element, String owner, Grid grid, FaultCollector faults) {
        int before = faults.size();
        XmlAttributes attributes = new XmlAttributes(element, owner, faults);
        long weeks = attributes.mask("weeks", grid.weeks());
        int days = (int) attributes.mask("days", grid.days());
        int start = attributes.number("start", 0, grid.slotsPerDay() - 1);
        int length = attributes.number("length", 1, grid.slotsPerDay());
        if (faults.size() > before) {
            return null;
        }
        if (weeks == 0 || days == 0) {
            faults.add(element.line(), "The %s has no day of any week.".formatted(owner));
            return null;
        }
        if (start + length > grid.slotsPerDay()) {
            faults.add(
                    element.line(),
                    "The %s starts in slot %d and is %d long; a day has only %d slots."
                            .formatted(owner, start, length, grid.slotsPerDay()));
            return null;
        }
        return new TimePattern(weeks, days, start, length);
    }

    /**
     * When a room is closed. Public files hold some of no or negative length: by the competition's formula they meet no
     * class, so they are left out, with a warning. What lies beyond the end of the day is cut off.
     */
    static @Nullable TimePattern unavailable(
            XmlElement element, String owner, Grid grid, FaultCollector faults, List<Fault> warnings) {
        int before = faults.size();
        XmlAttributes attributes = new XmlAttributes(element, "unavailable of " + owner, faults);
        long weeks = attributes.mask("weeks", grid.weeks());
        int days = (int) attributes.mask("days", grid.days());
        int start = attributes.number("start", 0, 1_000_000);
        int length = attributes.number("length", Integer.MIN_VALUE, 1_000_000);
        if (faults.size() > before) {
            return null;
        }
        if (weeks == 0 || days == 0 || length < 1 || start >= grid.slotsPerDay()) {
            warnings.add(new Fault(
                    "line " + element.line(),
                    "An unavailability of %s covers no time (start %d, length %d); it is ignored."
                            .formatted(owner, start, length)));
            return null;
        }
        return new TimePattern(weeks, days, start, Math.min(length, grid.slotsPerDay() - start));
    }

    /** A mask as characters, the first day or week first. */
    static String mask(long mask, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((mask >>> i & 1) != 0 ? '1' : '0');
        }
        return text.toString();
    }
}
