package org.horarium.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.session.MapSession;
import org.springframework.session.Session;
import org.springframework.session.data.redis.RedisSessionRepository;

/** Sessions while nobody listens where Redis should be. */
class WithoutRedisTest {
    private LettuceConnectionFactory connections;
    private FallbackSessionRepository<?> sessions;

    @BeforeEach
    void pointAtNothing() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        connections = new LettuceConnectionFactory(new RedisStandaloneConfiguration("localhost", port));
        connections.start();
        RedisTemplate<String, Object> template = new RedisTemplate<>();
        template.setConnectionFactory(connections);
        template.afterPropertiesSet();
        sessions = new FallbackSessionRepository<>(new RedisSessionRepository(template), Duration.ofHours(1));
    }

    @AfterEach
    void stop() {
        connections.destroy();
    }

    @Test
    void aSessionIsKeptInMemoryAndFoundAgain() {
        Session session = sessions.createSession();
        session.setAttribute("who", "ada");
        sessions.save(session);

        Session found = Objects.requireNonNull(sessions.findById(session.getId()));

        assertThat(found).isInstanceOf(MapSession.class);
        assertThat(found.<String>getAttribute("who")).isEqualTo("ada");
    }

    @Test
    void aChangedIdLeavesNothingUnderTheOldOne() {
        Session session = sessions.createSession();
        sessions.save(session);
        Session again = Objects.requireNonNull(sessions.findById(session.getId()));
        String before = again.getId();
        String after = again.changeSessionId();
        sessions.save(again);

        assertThat(sessions.findById(before)).isNull();
        assertThat(sessions.findById(after)).isNotNull();
    }

    @Test
    void aDeletedOrUnknownSessionIsNotFound() {
        Session session = sessions.createSession();
        sessions.save(session);
        sessions.deleteById(session.getId());

        assertThat(sessions.findById(session.getId())).isNull();
        assertThat(sessions.findById("unknown")).isNull();
    }
}
