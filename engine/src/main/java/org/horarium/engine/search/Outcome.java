package org.horarium.engine.search;

import java.util.Map;
import org.horarium.engine.model.Plan;
import org.jspecify.annotations.Nullable;

/**
 * What a search ends with.
 *
 * @param plan the best plan; whatever is placed in it breaks no hard rule that taking events out can mend
 * @param unplaced reasons by id of the event, in the order of the problem
 * @param feasibleAt value of {@link System#nanoTime()} when the first plan without hard violations was there; null if
 *     none was found
 * @param moves moves tried, over all threads
 * @param work steps of work done, over all threads
 */
public record Outcome(
        Plan plan, Map<String, String> unplaced, @Nullable Long feasibleAt, long moves, long work) {}
