package org.horarium.engine.explain;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.horarium.engine.exact.Rule;

/**
 * What an explanation may use.
 *
 * @param unplaced ids of events that a search could not place; if it is empty and pre-flight finds nothing, a third of the
 *     time goes into a search
 * @param timeLimit for all parts together; pre-flight is never cut short
 * @param mayGiveWay rules that suggestions may touch; leaving out an event is always among them, as the last resort
 */
public record ExplainOptions(List<String> unplaced, Duration timeLimit, Predicate<Rule> mayGiveWay) {
    public ExplainOptions {
        unplaced = List.copyOf(unplaced);
    }

    /** Nothing is known of the problem, and every rule may give way. */
    public static ExplainOptions of(Duration timeLimit) {
        return new ExplainOptions(List.of(), timeLimit, rule -> true);
    }

    /** The same for a problem of which a search could not place some events. */
    public ExplainOptions withUnplaced(Collection<String> events) {
        return new ExplainOptions(List.copyOf(events), timeLimit, mayGiveWay);
    }
}
