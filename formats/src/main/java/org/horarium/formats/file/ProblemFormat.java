package org.horarium.formats.file;

import java.io.IOException;

/** A file format that problems come in. */
interface ProblemFormat {
    /** Its name, for people. */
    String name();

    /**
     * Whether a file is of this format, by what it begins with.
     *
     * @param head the first characters of the file, at most {@value ProblemFormats#HEAD}, without what leads up to the
     *     first visible one
     */
    boolean recognises(String head);

    /**
     * Reads a file of the format.
     *
     * @throws org.horarium.formats.FormatException with every fault
     */
    ProblemFile read(byte[] content) throws IOException;
}
