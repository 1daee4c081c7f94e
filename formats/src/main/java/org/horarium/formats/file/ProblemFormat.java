package org.horarium.formats.file;

import java.io.IOException;
import java.util.List;
import org.horarium.formats.Fault;

/** A file format that problems come in. */
interface ProblemFormat {
    /** Its name, for people. */
    String name();

    /** The word that names it on a command line, and the ending of its files. */
    String key();

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

    /**
     * Writes a problem that may come from another format.
     *
     * @param file the problem
     * @param lost receives what the format cannot say and a plan can do without (soft constraints)
     * @throws org.horarium.formats.FormatException with everything that the format cannot say and that every plan must keep
     */
    byte[] write(ProblemFile file, List<Fault> lost) throws IOException;
}
