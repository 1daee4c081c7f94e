package org.horarium.server.platform.web;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the services answer. Says no more than that: it is open to everybody. */
@RestController
class HealthController {
    private static final int TIMEOUT_SECONDS = 2;

    private final DataSource database;
    private final RedisConnectionFactory redis;
    private final ApplicationAvailability availability;

    HealthController(DataSource database, RedisConnectionFactory redis, ApplicationAvailability availability) {
        this.database = database;
        this.redis = redis;
        this.availability = availability;
    }

    /** {@code 200} when both answer and the first data and accounts are there, else {@code 503}. */
    @GetMapping("/health")
    ResponseEntity<Health> health() {
        boolean postgresql = databaseAnswers();
        boolean redisUp = redisAnswers();
        boolean ready = availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
        boolean all = postgresql && redisUp;
        return ResponseEntity.status(all && ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .body(new Health(
                        all && !ready ? "starting" : word(all), new Services(word(postgresql), word(redisUp))));
    }

    private boolean databaseAnswers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(TIMEOUT_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    private boolean redisAnswers() {
        try (RedisConnection connection = redis.getConnection()) {
            return "PONG".equals(connection.ping());
        } catch (DataAccessException e) {
            return false;
        }
    }

    private static String word(boolean up) {
        return up ? "up" : "down";
    }

    record Health(String status, Services services) {}

    record Services(String postgresql, String redis) {}
}
