package org.horarium.server.platform.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.horarium.server.platform.embedded.EmbeddedServices;
import org.horarium.server.platform.embedded.ServiceStartException;

/** Makes backups of the built-in PostgreSQL and brings them back. */
public final class Backups {
    private Backups() {}

    /**
     * What a backup holds.
     *
     * @param createdAt the moment that it is of, ISO 8601
     * @param tables how many
     * @param rows of all tables
     */
    public record Summary(String createdAt, int tables, long rows) {
        static Summary of(Manifest manifest) {
            return new Summary(manifest.createdAt(), manifest.tables().size(), manifest.rows());
        }
    }

    /**
     * Writes all content of one moment to a file. The server may run; it is started for the time of the backup when it
     * does not. The file appears complete or not at all, and only its owner may read it.
     *
     * @param data the data folder
     * @param file to write
     * @param replace whether a file that is there may be replaced
     * @throws BackupException when it can't be written, or there is nothing to back up
     * @throws ServiceStartException when PostgreSQL can't be started
     */
    public static Summary create(Path data, Path file, boolean replace) {
        requireContent(data);
        if (Files.exists(file) && !replace) {
            throw new BackupException("There is a file " + file
                    + " already.\nMaybe name another one, or allow to replace it: --replace.");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new BackupException("The folder of " + file + " does not exist. Make it first.");
        }
        Path part = folder.resolve(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try (EmbeddedServices services = EmbeddedServices.start(data, true, false);
                Connection connection = connect(services, EmbeddedServices.DATABASE)) {
            Manifest manifest;
            try (ZipOutputStream zip = new ZipOutputStream(privately(part))) {
                manifest = write(new Content(connection), zip);
            }
            // what was written is read again before it counts
            BackupFile.open(part).close();
            if (replace) {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(part, file);
            }
            return Summary.of(manifest);
        } catch (FileAlreadyExistsException e) {
            throw new BackupException("There is a file " + file + " already, made a moment ago.", e);
        } catch (IOException e) {
            throw new BackupException(
                    "The backup " + file + " can't be written: " + e.getMessage()
                            + ".\nMaybe the disk is full, or the folder belongs to another user.",
                    e);
        } catch (SQLException e) {
            throw new BackupException("The backup could not be made: " + e.getMessage(), e);
        } finally {
            deleteQuietly(part);
        }
    }

    private static Manifest write(Content content, ZipOutputStream zip) throws SQLException, IOException {
        content.holdMoment();
        if (content.isEmpty()) {
            throw new BackupException("There is nothing to back up: the database is empty.");
        }
        String now = content.now();
        List<Manifest.Table> tables = new ArrayList<>();
        for (String name : content.tables()) {
            zip.putNextEntry(new ZipEntry("tables/" + name + ".copy"));
            tables.add(content.write(name, content.columns(name), zip));
            zip.closeEntry();
        }
        Manifest manifest = new Manifest(Manifest.FORMAT, now, content.migrations(), tables, content.sequences());
        zip.putNextEntry(new ZipEntry(BackupFile.MANIFEST));
        zip.write(BackupFile.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
        return manifest;
    }

    /**
     * Brings a backup back: into a database beside the present one, which takes its place when everything is in it and
     * has been compared with the file. Until then nothing is changed. Everybody is logged out.
     *
     * @param data the data folder; made when missing. Nothing else may run over it
     * @param file to read
     * @param replace whether content that is there may be lost
     * @throws BackupException when the file is unusable, or there is content and it may not be replaced
     * @throws ServiceStartException when PostgreSQL can't be started, or something runs over the folder
     */
    public static Summary restore(Path data, Path file, boolean replace) {
        try (BackupFile backup = BackupFile.open(file);
                EmbeddedServices services = EmbeddedServices.startAlone(data)) {
            new Restore(backup, services).run(data, replace);
            return Summary.of(backup.manifest());
        } catch (IOException e) {
            throw new BackupException("The backup " + file + " can't be read: " + e.getMessage() + ".", e);
        }
    }

    private static void requireContent(Path data) {
        if (!Files.isDirectory(data.resolve("postgresql").resolve("cluster"))) {
            throw new BackupException("The folder " + data
                    + " holds no data of a built-in PostgreSQL.\nMaybe name another one: --data or HORARIUM_DATA.");
        }
    }

    static Connection connect(EmbeddedServices services, String database) throws SQLException {
        return DriverManager.getConnection(
                services.jdbcUrl(database), services.databaseUser(), services.databasePassword());
    }

    private static OutputStream privately(Path file) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.newOutputStream(file);
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // a hidden rest stays; the message of what went wrong is worth more
        }
    }
}
