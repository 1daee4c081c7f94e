package org.horarium.server.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.lettuce.core.RedisClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.horarium.server.platform.Duty;
import org.horarium.server.platform.ServerSettings;
import org.horarium.server.platform.embedded.EmbeddedServices;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The services of a test process, in {@code target/test-services}; kept there for the next run, which starts faster. The
 * application sees one data source whose target changes with each test class.
 */
public final class TestServices implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Path FOLDER = Path.of("target", "test-services");
    private static final String PREFIX = "test_";
    private static final String OURS = PREFIX + ProcessHandle.current().pid() + "_";
    private static final String TEMPLATE = OURS + "template";

    private static @Nullable EmbeddedServices services;
    private static @Nullable HikariDataSource target;
    private static final DelegatingDataSource SWITCHED = new DelegatingDataSource();
    private static int databases;

    /** Leads the application to the test services. */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        EmbeddedServices running = services();
        TestPropertyValues.of("spring.data.redis.url=" + running.redisUrl()).applyTo(context);
        context.getBeanFactory().registerSingleton("dataSource", SWITCHED);
        context.getBeanFactory()
                .registerSingleton(
                        "serverSettings",
                        new ServerSettings(
                                Duty.ALL,
                                "test",
                                0,
                                0,
                                FOLDER,
                                false,
                                null,
                                null,
                                null,
                                null,
                                null,
                                false,
                                "metrics-token"));
    }

    /** The services, for tests that do without the application. */
    public static synchronized EmbeddedServices services() {
        EmbeddedServices running = services;
        if (running == null) {
            running = EmbeddedServices.start(FOLDER, true, true);
            Runtime.getRuntime().addShutdownHook(new Thread(running::close, "test-services"));
            services = running;
            dropOthers(running);
            execute(running, "create database " + TEMPLATE);
            Flyway.configure()
                    .dataSource(running.jdbcUrl(TEMPLATE), running.databaseUser(), running.databasePassword())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        }
        return running;
    }

    /**
     * A new migrated database, which the application uses from now on; Redis is emptied.
     *
     * @param label becomes part of its name
     */
    public static synchronized DataSource freshDatabase(String label) {
        EmbeddedServices running = services();
        String name = OURS + ++databases + "_" + label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        String database = name.length() > 63 ? name.substring(0, 63) : name;
        execute(running, "create database " + database + " template " + TEMPLATE + " strategy file_copy");
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(running.jdbcUrl(database));
        config.setUsername(running.databaseUser());
        config.setPassword(running.databasePassword());
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(1);
        HikariDataSource fresh = new HikariDataSource(config);
        SWITCHED.setTargetDataSource(fresh);
        HikariDataSource before = target;
        target = fresh;
        if (before != null) {
            before.close();
        }
        try (RedisClient client = RedisClient.create(running.redisUrl())) {
            client.connect().sync().flushall();
        }
        return fresh;
    }

    /** Removes what earlier test processes left. */
    private static void dropOthers(EmbeddedServices running) {
        List<String> stale = new ArrayList<>();
        try (Connection connection = connect(running);
                Statement statement = connection.createStatement()) {
            try (ResultSet names = statement.executeQuery("select datname from pg_database")) {
                while (names.next()) {
                    String name = names.getString(1);
                    if (name.startsWith(PREFIX) && !isOfLivingProcess(name)) {
                        stale.add(name);
                    }
                }
            }
            for (String name : stale) {
                statement.execute("drop database " + name + " with (force)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isOfLivingProcess(String database) {
        String pid = database.substring(PREFIX.length(), database.indexOf('_', PREFIX.length()));
        return !database.startsWith(OURS)
                && ProcessHandle.of(Long.parseLong(pid))
                        .map(ProcessHandle::isAlive)
                        .orElse(false);
    }

    private static void execute(EmbeddedServices running, String sql) {
        try (Connection connection = connect(running);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect(EmbeddedServices running) throws SQLException {
        return DriverManager.getConnection(
                running.jdbcUrl("postgres"), running.databaseUser(), running.databasePassword());
    }
}
