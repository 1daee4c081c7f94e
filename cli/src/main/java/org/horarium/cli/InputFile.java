package org.horarium.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.horarium.formats.BoundedInput;
import org.horarium.formats.Fault;
import org.horarium.formats.FormatException;

/** Reads files, so that every message names the file. */
final class InputFile {
    private InputFile() {}

    /** How to make something from the bytes of a file. */
    interface Reader<T> {
        T read(byte[] content) throws IOException;
    }

    /**
     * Reads a file.
     *
     * @throws FormatException with the file's name before the place of each fault
     * @throws IOException if it can't be read at all, with the reason
     */
    static <T> T read(Path file, Reader<T> reader) throws IOException {
        try {
            if (Files.isDirectory(file)) {
                throw new IOException("%s: this is a folder; a file is needed.".formatted(file));
            }
            byte[] content;
            try (BoundedInput in = new BoundedInput(Files.newInputStream(file), BoundedInput.DEFAULT_LIMIT)) {
                content = in.readAllBytes();
            }
            return reader.read(content);
        } catch (FormatException format) {
            throw new FormatException(inFile(file, format.faults()));
        } catch (NoSuchFileException missing) {
            throw new IOException("%s: there is no such file.".formatted(file), missing);
        } catch (FileSystemException unreadable) {
            throw new IOException("%s: can't be read (%s).".formatted(file, reason(unreadable)), unreadable);
        }
    }

    static List<Fault> inFile(Path file, List<Fault> faults) {
        return faults.stream()
                .map(fault -> new Fault(
                        fault.where().isEmpty() ? file.toString() : file + ": " + fault.where(), fault.message()))
                .toList();
    }

    private static String reason(FileSystemException failure) {
        return failure.getReason() == null ? failure.getClass().getSimpleName() : failure.getReason();
    }
}
