package org.horarium.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import org.horarium.server.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

@IntegrationTest
class RateLimiterIT {
    @Autowired
    RateLimiter limiter;

    @Autowired
    StringRedisTemplate redis;

    @Test
    void countsInRedisForALimitedTime() {
        assertThat(limiter.count("a", Duration.ofMinutes(5))).isEqualTo(1);
        assertThat(limiter.count("a", Duration.ofMinutes(5))).isEqualTo(2);
        assertThat(limiter.current("a")).isEqualTo(2);
        assertThat(limiter.current("b")).isZero();
        assertThat(redis.getExpire("rate:a")).isBetween(1L, 300L);
        limiter.reset("a");
        assertThat(limiter.current("a")).isZero();
    }

    @Test
    void countsInMemoryWhileRedisIsAway() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        LettuceConnectionFactory nowhere =
                new LettuceConnectionFactory(new RedisStandaloneConfiguration("localhost", port));
        nowhere.start();
        try {
            RateLimiter alone = new RateLimiter(new StringRedisTemplate(nowhere));
            assertThat(alone.count("a", Duration.ofMinutes(5))).isEqualTo(1);
            assertThat(alone.count("a", Duration.ofMinutes(5))).isEqualTo(2);
            assertThat(alone.current("a")).isEqualTo(2);
            alone.reset("a");
            assertThat(alone.current("a")).isZero();
            assertThat(alone.count("b", Duration.ZERO)).isEqualTo(1);
        } finally {
            nowhere.destroy();
        }
    }
}
