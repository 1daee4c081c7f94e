package org.horarium.server.platform;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The time of the database: the only one by which processes may judge each other. Who holds a job, and since when nothing
 * was heard of somebody, is decided by this clock, so that a machine whose own clock is wrong does no harm.
 *
 * <p>The database is asked every few seconds; in between the processor's tick counter goes on from there. The clock of
 * this machine is never read.
 */
@Component
public class DatabaseClock {
    /** How long a reading is good for: two tick counters run apart by less than a millisecond in that time. */
    private static final long GOOD_FOR_NANOS = 10_000_000_000L;

    private final JdbcClient jdbc;
    private final LongSupplier ticks;
    private volatile @Nullable Reading last;

    /** What the database said, and when that was on the tick counter. */
    private record Reading(Instant time, long at) {}

    @Autowired
    DatabaseClock(JdbcClient jdbc) {
        this(jdbc, System::nanoTime);
    }

    /** @param ticks nanoseconds since any fixed moment */
    DatabaseClock(JdbcClient jdbc, LongSupplier ticks) {
        this.jdbc = jdbc;
        this.ticks = ticks;
    }

    /**
     * Now.
     *
     * @throws org.springframework.dao.DataAccessException if the last reading is too old and the database does not answer
     */
    public Instant now() {
        Reading reading = last;
        long at = ticks.getAsLong();
        if (reading == null || at - reading.at() > GOOD_FOR_NANOS) {
            Instant time = jdbc.sql("select clock_timestamp()")
                    .query(Timestamp.class)
                    .single()
                    .toInstant();
            reading = new Reading(time, ticks.getAsLong());
            last = reading;
            return time;
        }
        return reading.time().plusNanos(at - reading.at());
    }
}
