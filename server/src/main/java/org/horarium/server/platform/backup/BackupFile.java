package org.horarium.server.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup file that has been checked from its first byte to its last: a ZIP with a manifest and one entry a table. */
final class BackupFile implements AutoCloseable {
    static final String MANIFEST = "manifest.json";
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens and checks a file.
     *
     * @throws BackupException when it is not a backup, is damaged, or is of a format that is not known
     */
    static BackupFile open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BackupException("There is no file " + file + ".");
        }
        ZipFile zip = null;
        try {
            zip = new ZipFile(file.toFile());
            BackupFile backup = new BackupFile(zip, manifest(file, zip));
            backup.check(file);
            return backup;
        } catch (ZipException e) {
            throw closing(zip, damaged(file, "it can't be read as a whole (" + e.getMessage() + ")"));
        } catch (IOException e) {
            throw closing(zip, new BackupException("The file " + file + " can't be read: " + e.getMessage() + ".", e));
        } catch (BackupException e) {
            throw closing(zip, e);
        }
    }

    private static BackupException closing(@Nullable ZipFile zip, BackupException reason) {
        if (zip != null) {
            try {
                zip.close();
            } catch (IOException e) {
                reason.addSuppressed(e);
            }
        }
        return reason;
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw damaged(file, "it has no " + MANIFEST);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Manifest manifest = JSON.readValue(new String(in.readAllBytes(), StandardCharsets.UTF_8), Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new BackupException(
                        "The file %s has the format %d; this version of Horarium reads %d.\nMaybe restore it with the version that made it."
                                .formatted(file, manifest.format(), Manifest.FORMAT));
            }
            return manifest;
        } catch (JacksonException e) {
            throw damaged(file, "its " + MANIFEST + " can't be read");
        }
    }

    private void check(Path file) throws IOException {
        Set<String> known = new HashSet<>(Set.of(MANIFEST));
        for (Manifest.Table table : manifest.tables()) {
            known.add(table.entry());
            ZipEntry entry = zip.getEntry(table.entry());
            if (entry == null) {
                throw damaged(file, "the table " + table.name() + " is missing");
            }
            MessageDigest digest = Content.sha256();
            try (InputStream in = new DigestInputStream(zip.getInputStream(entry), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(table.sha256())) {
                throw damaged(file, "the table " + table.name() + " does not match its checksum");
            }
        }
        if (zip.stream().anyMatch(entry -> !known.contains(entry.getName()))) {
            throw damaged(file, "it holds entries that its manifest does not name");
        }
    }

    private static BackupException damaged(Path file, String why) {
        return new BackupException("The file " + file + " is no backup of Horarium, or it is damaged: " + why
                + ". Nothing was changed.\nMaybe copy it again from where it was made, or take another one.");
    }

    Manifest manifest() {
        return manifest;
    }

    InputStream open(Manifest.Table table) throws IOException {
        return zip.getInputStream(zip.getEntry(table.entry()));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
