package org.horarium.server.access;

import java.time.Duration;
import org.horarium.server.platform.PagesOnly;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.data.redis.RedisSessionRepository;

/** Sessions are kept in Redis, and in memory while Redis is away. */
@PagesOnly
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {
    private static final Duration IDLE = Duration.ofHours(8);

    @Bean
    SessionRepository<Session> sessionRepository(RedisConnectionFactory connections) {
        RedisTemplate<String, Object> template = new RedisTemplate<>();
        template.setConnectionFactory(connections);
        template.setKeySerializer(RedisSerializer.string());
        template.setHashKeySerializer(RedisSerializer.string());
        template.afterPropertiesSet();
        RedisSessionRepository redis = new RedisSessionRepository(template);
        redis.setDefaultMaxInactiveInterval(IDLE);
        return new FallbackSessionRepository<>(redis, IDLE);
    }
}
