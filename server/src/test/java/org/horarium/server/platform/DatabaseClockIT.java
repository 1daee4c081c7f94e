package org.horarium.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.horarium.server.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clock against a real database, with the tick counter in the test's hand. */
@IntegrationTest
class DatabaseClockIT {
    @Autowired
    JdbcClient jdbc;

    private Instant database() {
        return jdbc.sql("select clock_timestamp()")
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    @Test
    void itSaysWhatTheDatabaseSays() {
        DatabaseClock clock = new DatabaseClock(jdbc, () -> 0);
        Instant before = database();
        Instant now = clock.now();
        assertThat(now).isBetween(before, database());
    }

    @Test
    void betweenTwoReadingsItGoesOnByTicksAlone() {
        AtomicLong ticks = new AtomicLong(77);
        DatabaseClock clock = new DatabaseClock(jdbc, ticks::get);
        Instant first = clock.now();
        assertThat(clock.now()).as("no tick, no time").isEqualTo(first);
        ticks.addAndGet(Duration.ofSeconds(9).toNanos());
        assertThat(clock.now()).isEqualTo(first.plusSeconds(9));
    }

    @Test
    void anOldReadingIsReplaced() {
        AtomicLong ticks = new AtomicLong(0);
        DatabaseClock clock = new DatabaseClock(jdbc, ticks::get);
        clock.now();
        // a counter that runs away does not matter: the database is asked again
        ticks.addAndGet(Duration.ofDays(3).toNanos());
        Instant before = database();
        assertThat(clock.now()).isBetween(before, database());
    }
}
