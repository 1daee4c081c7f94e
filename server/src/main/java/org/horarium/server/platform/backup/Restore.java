package org.horarium.server.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.horarium.server.platform.embedded.EmbeddedServices;

/** One restore: a new database, its schema, its rows, the comparison, the change of places. */
final class Restore {
    private static final String FRESH = EmbeddedServices.DATABASE + "_restored";
    private static final String OLD = EmbeddedServices.DATABASE + "_replaced";

    private final BackupFile backup;
    private final EmbeddedServices services;

    Restore(BackupFile backup, EmbeddedServices services) {
        this.backup = backup;
        this.services = services;
    }

    void run(Path data, boolean replace) {
        try (Connection server = Backups.connect(services, "postgres")) {
            if (!replace && !isEmpty()) {
                throw new BackupException(
                        "The folder " + data
                                + " holds data already.\nMaybe name an empty folder (--data), or allow to lose them: --replace.");
            }
            execute(server, "drop database if exists " + FRESH);
            execute(server, "create database " + FRESH);
            try {
                makeSchema();
                fill();
            } catch (RuntimeException | SQLException | IOException e) {
                execute(server, "drop database if exists " + FRESH + " with (force)");
                throw e;
            }
            changePlaces(server);
            services.forgetSessions();
        } catch (SQLException | IOException e) {
            throw new BackupException(
                    "The backup could not be restored: " + e.getMessage() + ". Nothing was changed.", e);
        }
    }

    private boolean isEmpty() throws SQLException {
        try (Connection connection = Backups.connect(services, EmbeddedServices.DATABASE)) {
            return new Content(connection).isEmpty();
        }
    }

    /** Exactly the migrations that the backup has had; later ones come with the next start, as after any upgrade. */
    private void makeSchema() {
        List<Manifest.Migration> wanted = backup.manifest().migrations();
        if (wanted.isEmpty()) {
            throw new BackupException("The backup names no schema; it can't be restored.");
        }
        Map<String, Integer> ours = new HashMap<>();
        for (var migration : flyway("latest").info().all()) {
            if (migration.getVersion() != null && migration.getChecksum() != null) {
                ours.put(migration.getVersion().getVersion(), migration.getChecksum());
            }
        }
        List<String> foreign = wanted.stream()
                .filter(m -> !Integer.valueOf(m.checksum()).equals(ours.get(m.version())))
                .map(Manifest.Migration::version)
                .toList();
        if (!foreign.isEmpty()) {
            throw new BackupException(
                    "The backup was made by another version of Horarium: this one does not know its schema (migrations %s)."
                                    .formatted(foreign)
                            + "\nMaybe restore it with the version that made it, or a newer one.");
        }
        String newest = wanted.stream()
                .map(m -> MigrationVersion.fromVersion(m.version()))
                .max(MigrationVersion::compareTo)
                .map(MigrationVersion::getVersion)
                .orElseThrow();
        flyway(newest).migrate();
    }

    private Flyway flyway(String target) {
        return Flyway.configure()
                .dataSource(services.jdbcUrl(FRESH), services.databaseUser(), services.databasePassword())
                .locations("classpath:db/migration")
                .target(target)
                .load();
    }

    private void fill() throws SQLException, IOException {
        try (Connection connection = Backups.connect(services, FRESH)) {
            connection.setAutoCommit(false);
            Content content = new Content(connection);
            content.withoutTriggers();
            content.clear(content.tables());
            for (Manifest.Table table : backup.manifest().tables()) {
                try (InputStream in = backup.open(table)) {
                    content.read(table, in);
                }
            }
            for (Manifest.Sequence sequence : backup.manifest().sequences()) {
                content.set(sequence);
            }
            for (Manifest.Table table : backup.manifest().tables()) {
                Manifest.Table restored = content.write(table.name(), table.columns(), OutputStream.nullOutputStream());
                if (!restored.equals(table)) {
                    throw new BackupException(
                            "The table %s is not the same after reading it (%d rows of %d). Nothing was changed."
                                    .formatted(table.name(), restored.rows(), table.rows()));
                }
            }
            connection.commit();
        }
    }

    /** Both names change in one step; the old content goes only after that. */
    private static void changePlaces(Connection server) throws SQLException {
        execute(server, "drop database if exists " + OLD);
        server.setAutoCommit(false);
        execute(server, "alter database " + EmbeddedServices.DATABASE + " rename to " + OLD);
        execute(server, "alter database " + FRESH + " rename to " + EmbeddedServices.DATABASE);
        server.commit();
        server.setAutoCommit(true);
        execute(server, "drop database " + OLD);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
