package org.horarium.assessment;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Follows a planning while it runs, and may stop it. Called from the thread that plans. */
public interface PlanListener {
    /** Hears nothing and never stops. */
    PlanListener NONE = new PlanListener() {};

    /**
     * Where the planning is.
     *
     * @param seconds since the start
     * @param end end of the best plan so far; null while there is none
     * @param earliestEnd no plan ends before this time; null while not known
     */
    record Progress(
            double seconds,
            @Nullable LocalDateTime end,
            @Nullable LocalDateTime earliestEnd) {}

    /** A better plan, or a better bound. */
    default void progress(Progress progress) {}

    /** True to stop and take the best plan so far. Asked often, from another thread too. */
    default boolean cancelled() {
        return false;
    }
}
