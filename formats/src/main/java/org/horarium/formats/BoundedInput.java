package org.horarium.formats;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** An input that ends with a {@link FormatException} once more bytes were read than a file of its kind may have. */
public final class BoundedInput extends FilterInputStream {
    /** Far above the largest public instances (about 25 MB), far below what fills the memory. */
    public static final long DEFAULT_LIMIT = 100L << 20;

    private final long limit;
    private long read;

    /**
     * Bounds an input.
     *
     * @param in where the bytes come from
     * @param limit largest number of bytes
     */
    public BoundedInput(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    /**
     * Opens a file, unless it is too large to be read.
     *
     * @param file which
     * @param limit largest number of bytes
     * @throws FormatException if it is larger
     * @throws IOException if it cannot be opened
     */
    public static InputStream open(Path file, long limit) throws IOException {
        if (Files.size(file) > limit) {
            throw tooLarge(limit);
        }
        return new BufferedInputStream(Files.newInputStream(file));
    }

    private static FormatException tooLarge(long limit) {
        return new FormatException(
                "",
                "The file is larger than %d MB, the most that is read. Is it the right file?".formatted(limit >> 20));
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(0, count));
        return count;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) {
        read += bytes;
        if (read > limit) {
            throw tooLarge(limit);
        }
    }
}
