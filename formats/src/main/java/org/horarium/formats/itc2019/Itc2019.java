package org.horarium.formats.itc2019;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.formats.BoundedInput;
import org.horarium.formats.FormatException;
import org.horarium.formats.Imported;
import org.horarium.formats.xml.XmlParser;

/** Reads and writes ITC-2019 problems and solutions. */
public final class Itc2019 {
    private Itc2019() {}

    /**
     * Reads a problem.
     *
     * @param file an XML file
     * @return the problem; events have the ids of the classes
     * @throws FormatException with every fault, each with its line
     * @throws IOException if the file cannot be read
     */
    public static Imported readProblem(Path file) throws IOException {
        try (InputStream in = BoundedInput.open(file, BoundedInput.DEFAULT_LIMIT)) {
            return readProblem(in);
        }
    }

    /** Like {@link #readProblem(Path)}, from a stream that is left open. */
    public static Imported readProblem(InputStream in) throws IOException {
        return new ProblemReader(XmlParser.parse(in, BoundedInput.DEFAULT_LIMIT)).read();
    }

    /**
     * Reads a solution.
     *
     * @param file an XML file
     * @param problem what it solves
     * @return the plan, which may be wrong in every way that the verifier tells
     * @throws FormatException with every fault, each with its line; a class, room or student that the problem does not
     *     know is one
     * @throws IOException if the file cannot be read
     */
    public static Plan readSolution(Path file, Problem problem) throws IOException {
        try (InputStream in = BoundedInput.open(file, BoundedInput.DEFAULT_LIMIT)) {
            return readSolution(in, problem);
        }
    }

    /** Like {@link #readSolution(Path, Problem)}, from a stream that is left open. */
    public static Plan readSolution(InputStream in, Problem problem) throws IOException {
        return new SolutionReader(problem, XmlParser.parse(in, BoundedInput.DEFAULT_LIMIT)).read();
    }

    /** Whether the format has a constraint like this. */
    public static boolean canSay(Constraint constraint) {
        return constraint instanceof Distribution distribution && Rules.known(distribution.rule());
    }

    /**
     * Writes a problem. Events outside of courses become courses of one class that nobody takes; groups, and people who
     * are the only candidates of a role, become required NotOverlap constraints and lose the times at which they are unavailable.
     *
     * @param problem what to write
     * @param out where to; left open
     * @throws FormatException with everything the format cannot say; nothing is written then
     * @throws IOException if it cannot be written
     */
    public static void writeProblem(Problem problem, OutputStream out) throws IOException {
        new ProblemWriter(problem).write(out);
    }

    /**
     * Writes a solution.
     *
     * @param problem what is solved
     * @param plan its plan; events without a placement are left out
     * @param seconds running time of the search, for the {@code runtime} attribute
     * @param out where to; left open
     * @throws IOException if it cannot be written
     */
    public static void writeSolution(Problem problem, Plan plan, double seconds, OutputStream out) throws IOException {
        SolutionWriter.write(problem, plan, seconds, out);
    }
}
