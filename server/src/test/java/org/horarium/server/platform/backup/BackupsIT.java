package org.horarium.server.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.flywaydb.core.Flyway;
import org.horarium.server.platform.embedded.EmbeddedServices;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Backups of a real database, brought back, damaged, and refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupsIT {
    /** All that a text form could stumble over. */
    private static final String NASTY = "tab\there, line\nbreak, \\N, \\., quote\", Zażółć 😀";

    @SuppressWarnings("NullAway.Init") // before all tests
    private Path data;

    @SuppressWarnings("NullAway.Init") // before all tests
    private Path folder;

    @SuppressWarnings("NullAway.Init") // before all tests
    private Path good;

    @BeforeAll
    void someData(@TempDir Path given) throws Exception {
        folder = given;
        data = Files.createDirectory(given.resolve("data"));
        try (EmbeddedServices services = EmbeddedServices.start(data, true, false)) {
            Flyway.configure()
                    .dataSource(
                            services.jdbcUrl(EmbeddedServices.DATABASE),
                            services.databaseUser(),
                            services.databasePassword())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            try (Connection connection = Backups.connect(services, EmbeddedServices.DATABASE)) {
                addMail(connection, NASTY);
                addMail(connection, "plain");
            }
        }
        good = folder.resolve("good.backup");
        Backups.create(data, good, false);
    }

    private static void addMail(Connection connection, String text) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into mail (kind, thread, recipient, recipient_name, subject, body_text, body_html, status, created_by)
                values ('test', 'test', 'a@tiny.example', 'A', 'S', ?, '', 'WAITING', 'test')
                """)) {
            insert.setString(1, text);
            insert.executeUpdate();
        }
    }

    private static long mails(Path data, String text) throws SQLException {
        try (EmbeddedServices services = EmbeddedServices.start(data, true, false);
                Connection connection = Backups.connect(services, EmbeddedServices.DATABASE);
                PreparedStatement select =
                        connection.prepareStatement("select count(*) from mail where body_text = ?")) {
            select.setString(1, text);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static Manifest manifest(Path file) throws IOException {
        try (BackupFile backup = BackupFile.open(file)) {
            return backup.manifest();
        }
    }

    @Test
    void whatComesBackIsTheSameByItsHashes() throws Exception {
        Path elsewhere = folder.resolve("elsewhere");
        Backups.Summary restored = Backups.restore(elsewhere, good, false);
        Path again = folder.resolve("again.backup");
        Backups.Summary saved = Backups.create(elsewhere, again, false);

        assertThat(saved.rows()).isEqualTo(restored.rows()).isGreaterThan(1);
        assertThat(manifest(again).tables()).isEqualTo(manifest(good).tables());
        assertThat(manifest(again).sequences()).isEqualTo(manifest(good).sequences());
        assertThat(manifest(again).migrations()).isEqualTo(manifest(good).migrations());
        assertThat(mails(elsewhere, NASTY)).isEqualTo(1);
        assertThat(Files.getPosixFilePermissions(again)).hasSize(2);
    }

    @Test
    void dataAreReplacedOnlyWhenToldSo() throws Exception {
        Path other = folder.resolve("other");
        Backups.restore(other, good, false);
        try (EmbeddedServices services = EmbeddedServices.start(other, true, false);
                Connection connection = Backups.connect(services, EmbeddedServices.DATABASE)) {
            addMail(connection, "newer");
        }

        assertThatThrownBy(() -> Backups.restore(other, good, false))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("holds data already")
                .hasMessageContaining("--replace");
        assertThat(mails(other, "newer")).isEqualTo(1);

        Backups.restore(other, good, true);
        assertThat(mails(other, "newer")).isZero();
        assertThat(mails(other, NASTY)).isEqualTo(1);
    }

    @Test
    void aFileIsReplacedOnlyWhenToldSo() throws Exception {
        Path file = Files.writeString(folder.resolve("taken"), "mine");
        assertThatThrownBy(() -> Backups.create(data, file, false))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("already");
        assertThat(file).hasContent("mine");

        Backups.create(data, file, true);
        assertThat(manifest(file).tables()).isEqualTo(manifest(good).tables());
    }

    @Test
    void damagedFilesAreRefusedBeforeAnythingHappens() throws Exception {
        byte[] whole = Files.readAllBytes(good);
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length / 2));
        Path text = Files.writeString(folder.resolve("text"), "no backup");
        Path changed = rewritten("changed", "tables/mail.copy", c -> c.replace("plain", "plaiN"));
        Path without = rewritten("without", "tables/mail.copy", c -> null);
        Path nameless = rewritten("nameless", BackupFile.MANIFEST, c -> null);
        Path newer = rewritten("newer", BackupFile.MANIFEST, c -> c.replaceFirst("\"format\" : 1", "\"format\" : 2"));
        Path target = folder.resolve("untouched");

        assertRefused(target, cut, "no backup of Horarium, or it is damaged");
        assertRefused(target, text, "no backup of Horarium, or it is damaged");
        assertRefused(target, changed, "the table mail does not match its checksum");
        assertRefused(target, without, "the table mail is missing");
        assertRefused(target, nameless, "it has no manifest.json");
        assertRefused(target, newer, "has the format 2");
        assertRefused(target, folder.resolve("nowhere"), "There is no file");
        assertThat(target).doesNotExist();
    }

    @Test
    void anotherSchemaIsRefusedAndNothingIsLost() throws Exception {
        Path foreign = rewritten(
                "foreign", BackupFile.MANIFEST, c -> c.replaceFirst("\"version\" : \"001\"", "\"version\" : \"998\""));
        assertRefused(data, foreign, "made by another version of Horarium", true);
        assertThat(mails(data, NASTY)).isEqualTo(1);
    }

    @Test
    void aFolderWithoutDataIsNoSource() {
        Path empty = folder.resolve("empty");
        assertThatThrownBy(() -> Backups.create(empty, folder.resolve("x"), false))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("holds no data");
        assertThat(empty).doesNotExist();
    }

    private static void assertRefused(Path target, Path file, String why) {
        assertRefused(target, file, why, false);
    }

    private static void assertRefused(Path target, Path file, String why, boolean replace) {
        assertThatThrownBy(() -> Backups.restore(target, file, replace))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining(why);
    }

    private interface Change {
        @Nullable
        String of(String content);
    }

    /** The good backup with one entry changed, or left out. */
    private Path rewritten(String name, String entryName, Change change) throws IOException {
        Path file = folder.resolve(name);
        try (ZipFile zip = new ZipFile(good.toFile());
                OutputStream out = Files.newOutputStream(file);
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                byte[] content;
                try (InputStream in = zip.getInputStream(entry)) {
                    content = in.readAllBytes();
                }
                if (entry.getName().equals(entryName)) {
                    String before = new String(content, StandardCharsets.UTF_8);
                    String changed = change.of(before);
                    if (changed == null) {
                        continue;
                    }
                    assertThat(changed).isNotEqualTo(before);
                    content = changed.getBytes(StandardCharsets.UTF_8);
                }
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(content);
                to.closeEntry();
            }
        }
        return file;
    }
}
