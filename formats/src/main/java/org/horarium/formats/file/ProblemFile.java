package org.horarium.formats.file;

import java.io.IOException;
import java.util.List;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.solve.Solution;
import org.horarium.formats.Fault;

/** A problem with the format it came in, which is also that of its solutions. */
public interface ProblemFile {
    /** The problem. */
    Problem problem();

    /** What the file says and the problem does not. */
    List<Fault> warnings();

    /** The content of the file, as it was read. */
    byte[] content();

    /**
     * Reads a solution of the problem. It may be wrong in every way that the verifier tells.
     *
     * @param content a file in the format's own solution format
     * @throws org.horarium.formats.FormatException with every fault, if it can't be read
     */
    Plan readSolution(byte[] content) throws IOException;

    /** Writes a solution of the problem, in the format's own solution format. */
    byte[] writeSolution(Solution solution) throws IOException;
}
