package org.horarium.server.generation.store;

import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Makes live progress over a Redis that a test holds in its hand. */
public final class LiveProgresses {
    private LiveProgresses() {}

    /** Live progress over a Redis of the test. */
    public static LiveProgress over(StringRedisTemplate redis, JsonMapper json) {
        return new LiveProgress(redis, json);
    }
}
