package org.horarium.server.generation.store;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.horarium.server.generation.GenerationJob;
import org.horarium.server.generation.JobStatus;
import org.horarium.server.generation.Progress;
import org.horarium.server.generation.Wish;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is live about jobs, in Redis. Keys, for each job:
 *
 * <ul>
 *   <li>{@code generation_queue:{id}}: what was asked for, JSON;
 *   <li>{@code generation_status:{id}}: the status, a word;
 *   <li>{@code generation_progress:{id}}: 0 to 100;
 *   <li>{@code generation_live:{id}}: {@link Live all that is shown while it runs}, JSON;
 *   <li>{@code generation_result:{id}}: the result, JSON, a cache.
 * </ul>
 *
 * Wishes go over the channel {@value #WISHES} as {@code "id word"}. Everything here is a convenience: when Redis can't
 * be reached, writing does nothing and reading finds nothing, and the callers use the database.
 */
@Component
public class LiveProgress implements DisposableBean {
    /** The channel of wishes. */
    public static final String WISHES = "generation_wishes";

    private static final Logger LOG = LoggerFactory.getLogger(LiveProgress.class);
    private static final Duration KEPT = Duration.ofDays(1);
    /** How long Redis is left alone after a failure, so that nobody waits for it again and again. */
    private static final long PAUSE_NANOS = 5_000_000_000L;

    private final StringRedisTemplate redis;
    private final JsonMapper json;
    private final Map<UUID, Live> pending = new ConcurrentHashMap<>();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "generation-live");
        thread.setDaemon(true);
        return thread;
    });
    /** On the tick counter. */
    private volatile @Nullable Long leaveAloneUntil;

    LiveProgress(StringRedisTemplate redis, JsonMapper json) {
        this.redis = redis;
        this.json = json;
    }

    /**
     * A running job at a moment.
     *
     * @param job its id
     * @param status where it stands
     * @param attempt number of the attempt
     * @param progress how far it is; of two frames of an attempt the one with more elapsed time is newer: clocks of
     *     different machines are not compared
     */
    public record Live(UUID job, JobStatus status, int attempt, Progress progress) {}

    /** Notes a queued job. */
    public void queued(GenerationJob job) {
        quietly(() -> {
            redis.opsForValue().set("generation_queue:" + job.id(), json.writeValueAsString(job.request()), KEPT);
            write(new Live(job.id(), job.status(), job.attempt(), job.progress()));
            return true;
        });
    }

    /** Publishes progress, soon and on another thread; what was not yet written is overtaken by what is newer. */
    public void publish(Live live) {
        if (pending.put(live.job(), live) == null) {
            writer.execute(() -> {
                Live newest = pending.remove(live.job());
                if (newest != null) {
                    quietly(() -> {
                        write(newest);
                        return true;
                    });
                }
            });
        }
    }

    private void write(Live live) {
        redis.opsForValue().set("generation_status:" + live.job(), live.status().code(), KEPT);
        redis.opsForValue()
                .set(
                        "generation_progress:" + live.job(),
                        Integer.toString(live.progress().percent()),
                        KEPT);
        redis.opsForValue().set("generation_live:" + live.job(), json.writeValueAsString(live), KEPT);
    }

    /** The progress of a job as last published, or nothing. */
    public Optional<Live> read(UUID job) {
        return quietly(() -> redis.opsForValue().get("generation_live:" + job)).flatMap(text -> {
            try {
                return Optional.of(json.readValue(text, Live.class));
            } catch (JacksonException e) {
                LOG.debug(
                        "The progress of the job ({}) was written by another version; the next one comes soon.",
                        job,
                        e);
                return Optional.empty();
            }
        });
    }

    /** Keeps a result for quick reading. */
    public void cacheResult(UUID job, String result) {
        quietly(() -> {
            redis.opsForValue().set("generation_result:" + job, result, KEPT);
            return true;
        });
    }

    /** A result that was kept, or nothing. */
    public Optional<String> cachedResult(UUID job) {
        return quietly(() -> redis.opsForValue().get("generation_result:" + job));
    }

    /** Forgets a result, because its status has changed. */
    public void forgetResult(UUID job) {
        quietly(() -> redis.delete("generation_result:" + job));
    }

    /** Tells all workers of a wish. A worker that does not hear it finds it in the database within a second or so. */
    public void tell(UUID job, Wish wish) {
        quietly(() -> redis.convertAndSend(WISHES, job + " " + wish.code()));
    }

    private <T> Optional<T> quietly(Supplier<@Nullable T> action) {
        Long until = leaveAloneUntil;
        if (until != null && System.nanoTime() - until < 0) {
            return Optional.empty();
        }
        try {
            Optional<T> result = Optional.ofNullable(action.get());
            if (until != null) {
                leaveAloneUntil = null;
                LOG.info("Redis is back; progress is live again.");
            }
            return result;
        } catch (DataAccessException e) {
            if (until == null) {
                LOG.warn("Redis can't be reached; jobs go on, their progress is read from the database.", e);
            }
            leaveAloneUntil = System.nanoTime() + PAUSE_NANOS;
            return Optional.empty();
        }
    }

    @Override
    public void destroy() {
        writer.shutdownNow();
    }
}
