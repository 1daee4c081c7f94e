package org.horarium.engine.explain;

import java.util.List;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Pin;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.TimePattern;
import org.jspecify.annotations.Nullable;

/** What a {@link Relaxation.Step} does to the records, for those who carry it out or say it in their own words. */
public sealed interface Change {
    /**
     * A pin goes, or a part of it.
     *
     * @param event the pinned event
     * @param kept what stays fixed; null for nothing
     * @param goal where the event could be then; null when that is not known
     */
    record Unpin(String event, @Nullable Pin kept, @Nullable Placement goal) implements Change {}

    /**
     * An event may have a time, a room or people that were no candidates; which of them the step's rule says.
     *
     * @param placement where the event could be then
     */
    record Allow(Placement placement) implements Change {}

    /**
     * A person, a room or a group is there at times at which it was not; whose the step's rule says.
     *
     * @param times when
     */
    record Free(List<TimePattern> times) implements Change {
        public Free {
            times = List.copyOf(times);
        }
    }

    /**
     * An event does not take place.
     *
     * @param event which
     */
    record LeaveOut(String event) implements Change {}

    /**
     * A constraint becomes milder, or goes; of calendar constraints for one member, which the step's rule names.
     *
     * @param constraint as it is
     * @param instead as it could be; null to drop it
     */
    record Loosen(Constraint constraint, @Nullable Constraint instead) implements Change {}
}
