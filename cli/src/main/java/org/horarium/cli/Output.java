package org.horarium.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a result goes: stdout, or a file that appears complete or not at all. */
final class Output {
    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the result to this file instead of stdout. It is replaced only when complete.")
    private @Nullable Path file;

    Output() {}

    /** Into a file that a parameter names. */
    static Output to(Path file) {
        Output output = new Output();
        output.file = file;
        return output;
    }

    /**
     * Finds out before the work whether the result can be written afterwards.
     *
     * @throws IOException if not, with the reason
     */
    void check() throws IOException {
        check(null);
    }

    /**
     * Like {@link #check()}, and that the result does not overwrite what it is made from.
     *
     * @param input the file that is read
     */
    void check(@Nullable Path input) throws IOException {
        if (file == null) {
            return;
        }
        if (input != null && Files.exists(file) && Files.exists(input) && Files.isSameFile(file, input)) {
            throw new IOException("%s: the result would overwrite the input. Name another file.".formatted(file));
        }
        Path folder = folder(file);
        if (!Files.isDirectory(folder)) {
            throw new IOException("%s: the folder (%s) does not exist. Make it first.".formatted(file, folder));
        }
        if (Files.isDirectory(file)) {
            throw new IOException("%s: this is a folder; name a file.".formatted(file));
        }
        if (!Files.isWritable(folder)) {
            throw new IOException("%s: the folder (%s) can't be written to.".formatted(file, folder));
        }
    }

    /** Whether the result goes to a file. */
    boolean isFile() {
        return file != null;
    }

    /** Writes the result. */
    void write(byte[] content) throws IOException {
        if (file == null) {
            OutputStream out = System.out;
            out.write(content);
            out.flush();
            return;
        }
        write(file, content);
    }

    /**
     * Writes one of several results: its name goes before the last dot of the file's.
     *
     * @throws IllegalStateException if the results go to stdout
     */
    void write(String name, byte[] content) throws IOException {
        if (file == null) {
            throw new IllegalStateException("Several results (%s) need a file.".formatted(name));
        }
        String whole = String.valueOf(file.getFileName());
        int dot = whole.lastIndexOf('.') <= 0 ? whole.length() : whole.lastIndexOf('.');
        write(folder(file).resolve(whole.substring(0, dot) + "." + name + whole.substring(dot)), content);
    }

    private static void write(Path file, byte[] content) throws IOException {
        // Not createTempFile: its files can be read by the owner only, and so could the result.
        Path part = folder(file)
                .resolve(".%s.%d.part"
                        .formatted(file.getFileName(), ProcessHandle.current().pid()));
        try {
            Files.write(part, content);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException unwritable) {
            throw new IOException("%s: can't be written (%s).".formatted(file, unwritable.getMessage()), unwritable);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }
}
