package org.horarium.server.timetable.disruption;

import java.util.List;
import java.util.Locale;
import org.horarium.server.timetable.PlacedActivity;

/**
 * A way to deal with everything that is affected.
 *
 * @param way how it was looked for
 * @param changes what goes where; activities that are not affected may have to move as well
 * @param leftOut activities that do not take place
 * @param open affected activities for which nothing was found
 * @param students whose week changes
 * @param people who teach and whose week changes, without the one who is absent
 * @param cost change of the cost of the timetable; less is better
 */
public record Repair(
        Way way, List<Change> changes, List<String> leftOut, List<String> open, int students, int people, long cost) {
    public Repair {
        changes = List.copyOf(changes);
        leftOut = List.copyOf(leftOut);
        open = List.copyOf(open);
    }

    /** How a repair is looked for. */
    public enum Way {
        /** Others stand in, or other rooms, at the same time; other times where there are none. */
        STAND_IN,
        /** Other times; somebody else where there are none. */
        MOVE,
        /** Whatever concerns the fewest people. */
        FEWEST,
        /** Nothing takes place. */
        LEAVE_OUT;

        /** The word in message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An activity that goes elsewhere. */
    public record Change(PlacedActivity before, PlacedActivity after) {}

    /** All whose week changes. */
    public int concerned() {
        return students + people;
    }

    /** Where activities go. */
    public List<PlacedActivity> places() {
        return changes.stream().map(Change::after).toList();
    }
}
