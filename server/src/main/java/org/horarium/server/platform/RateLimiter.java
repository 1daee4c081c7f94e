package org.horarium.server.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Counts events in fixed windows, in Redis so that all processes count together. While Redis is away each process counts
 * for itself: a limit never opens because of it.
 */
@Component
public final class RateLimiter {
    private static final int MEMORY_LIMIT = 10_000;

    private final StringRedisTemplate redis;
    private final Clock clock;
    private final Map<String, Window> memory = new ConcurrentHashMap<>();

    RateLimiter(StringRedisTemplate redis) {
        this.redis = redis;
        this.clock = Clock.systemUTC();
    }

    /**
     * Counts one event.
     *
     * @param key what is counted, for example {@code login:1.2.3.4}
     * @param window how long a count lives, from its first event on
     * @return how many there were in this window, this one included
     */
    public long count(String key, Duration window) {
        try {
            String name = name(key);
            Long count = redis.opsForValue().increment(name);
            if (count != null && count == 1) {
                redis.expire(name, window);
            }
            return count == null ? 1 : count;
        } catch (DataAccessException e) {
            Instant now = clock.instant();
            dropOld(now);
            return memory.merge(
                            key,
                            new Window(1, now.plus(window)),
                            (old, fresh) -> old.end.isBefore(now) ? fresh : new Window(old.count + 1, old.end))
                    .count;
        }
    }

    /**
     * How many there were in the current window, without counting one more.
     *
     * @param key what is counted
     */
    public long current(String key) {
        try {
            String count = redis.opsForValue().get(name(key));
            return count == null ? 0 : Long.parseLong(count);
        } catch (DataAccessException e) {
            Window window = memory.get(key);
            return window == null || window.end.isBefore(clock.instant()) ? 0 : window.count;
        }
    }

    /**
     * Forgets a count.
     *
     * @param key what is counted
     */
    public void reset(String key) {
        memory.remove(key);
        try {
            redis.delete(name(key));
        } catch (DataAccessException e) {
            // it ends by itself in Redis; here it is forgotten already
        }
    }

    private void dropOld(Instant now) {
        if (memory.size() > MEMORY_LIMIT) {
            memory.values().removeIf(window -> window.end.isBefore(now));
        }
    }

    private static String name(String key) {
        return "rate:" + key;
    }

    private record Window(long count, Instant end) {}
}
