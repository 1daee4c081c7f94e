package org.horarium.server.platform.health;

import org.horarium.server.platform.HealthCheck;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.stereotype.Component;

/** Whether Redis answers. The pages go on without it. */
@Component
class RedisCheck implements HealthCheck {
    private final RedisConnectionFactory redis;

    RedisCheck(RedisConnectionFactory redis) {
        this.redis = redis;
    }

    @Override
    public String part() {
        return "redis";
    }

    @Override
    public boolean essential() {
        return false;
    }

    @Override
    public Seen look() {
        try (RedisConnection connection = redis.getConnection()) {
            return "PONG".equals(connection.ping())
                    ? new Seen(State.UP, "")
                    : new Seen(State.DOWN, "No PONG to a PING.");
        }
    }
}
