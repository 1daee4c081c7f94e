package org.horarium.server.platform.health;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.horarium.server.platform.HealthCheck;
import org.springframework.stereotype.Component;

/** Whether PostgreSQL answers. */
@Component
class DatabaseCheck implements HealthCheck {
    private static final int TIMEOUT_SECONDS = 2;

    private final DataSource database;

    DatabaseCheck(DataSource database) {
        this.database = database;
    }

    @Override
    public String part() {
        return "postgresql";
    }

    @Override
    public boolean essential() {
        return true;
    }

    @Override
    public Seen look() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(TIMEOUT_SECONDS)
                    ? new Seen(State.UP, "")
                    : new Seen(State.DOWN, "It took longer than " + TIMEOUT_SECONDS + " s to answer.");
        } catch (SQLException e) {
            return new Seen(State.DOWN, String.valueOf(e.getMessage()));
        }
    }
}
