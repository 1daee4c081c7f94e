package org.horarium.engine.explain;

import org.horarium.engine.exact.Rule;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Cumulative;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.model.WorkingDays;

/**
 * What it costs a college to give way, in round numbers: asking a person for one more slot is easy, moving something that
 * was fixed or loosening a limit is a decision, buying equipment is dear, and leaving out an event is the last resort.
 */
final class Prices {
    private Prices() {}

    static long of(Rule.Kind kind) {
        return switch (kind) {
            case PERSON_AWAY, ROOM_AWAY -> 2;
            case PIN, TIMES, ROOMS -> 3;
            case STAFF, GROUP_AWAY -> 4;
            case EVENT -> 20;
            case CONSTRAINT -> 6;
            case PERSON_CLASH, ROOM_CLASH, GROUP_CLASH -> 0;
        };
    }

    static long of(Constraint constraint) {
        if (constraint instanceof CalendarConstraint
                || constraint instanceof MinDaysBetween
                || constraint instanceof WorkingDays) {
            return 4;
        }
        return constraint instanceof Cumulative ? 8 : of(Rule.Kind.CONSTRAINT);
    }
}
