package org.horarium.formats.itc2007;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.formats.BoundedInput;
import org.horarium.formats.FormatException;
import org.horarium.formats.Imported;

/** Reads and writes ITC-2007 problems and solutions. */
public final class Itc2007 {
    private static final long LIMIT = 10L << 20;
    private static final int LONGEST_LINE = 100_000;

    private Itc2007() {}

    /**
     * Reads a problem.
     *
     * @param file a {@code .ctt} file
     * @return the problem
     * @throws FormatException with every fault, each with its line
     * @throws IOException if the file cannot be read
     */
    public static Imported readProblem(Path file) throws IOException {
        try (InputStream in = BoundedInput.open(file, LIMIT)) {
            return readProblem(in);
        }
    }

    /** Like {@link #readProblem(Path)}, from a stream that is left open. */
    public static Imported readProblem(InputStream in) throws IOException {
        return new Imported(new CttProblem(new CttReader(lines(in)).read()).problem(), List.of());
    }

    /**
     * Reads a solution.
     *
     * @param file lines {@code course room day period}; empty lines and lines that begin with {@code #} are skipped
     * @param problem what it solves, as {@link #readProblem(Path)} gave it
     * @return the plan; lines of one course are its lectures in order, lines too many place the last lecture again
     * @throws FormatException with every fault, each with its line
     * @throws IOException if the file cannot be read
     */
    public static Plan readSolution(Path file, Problem problem) throws IOException {
        try (InputStream in = BoundedInput.open(file, LIMIT)) {
            return readSolution(in, problem);
        }
    }

    /** Like {@link #readSolution(Path, Problem)}, from a stream that is left open. */
    public static Plan readSolution(InputStream in, Problem problem) throws IOException {
        return CttSolution.read(lines(in), problem);
    }

    /** Whether the format has a constraint like this, with this penalty. */
    public static boolean canSay(Constraint constraint) {
        return CttShape.canSay(constraint);
    }

    /**
     * Writes a problem.
     *
     * @param problem what to write
     * @param out where to; left open
     * @throws FormatException with everything the format cannot say; nothing is written then
     * @throws IOException if it cannot be written
     */
    public static void writeProblem(Problem problem, OutputStream out) throws IOException {
        String text = CttWriter.text(CttShape.of(problem));
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /**
     * Writes a solution.
     *
     * @param plan a plan for a problem that {@link #readProblem(Path)} gave
     * @param out where to; left open
     * @throws IOException if it cannot be written
     */
    public static void writeSolution(Plan plan, OutputStream out) throws IOException {
        out.write(CttSolution.text(plan).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static List<String> lines(InputStream in) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(new BoundedInput(in, LIMIT), StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.length() > LONGEST_LINE) {
                throw new FormatException(
                        "line " + (lines.size() + 1),
                        "The line has %d characters; this is no file of lines like ITC-2007's."
                                .formatted(line.length()));
            }
            lines.add(lines.isEmpty() && line.startsWith("\uFEFF") ? line.substring(1) : line);
        }
        return lines;
    }
}
