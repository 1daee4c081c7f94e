package org.horarium.formats.fet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Strength;
import org.horarium.formats.BoundedInput;
import org.horarium.formats.FormatException;
import org.horarium.formats.Imported;
import org.horarium.formats.xml.XmlElement;
import org.horarium.formats.xml.XmlParser;

/** Reads {@code .fet} files and writes timetables as such. */
public final class Fet {
    private Fet() {}

    /**
     * Reads the data of a file.
     *
     * @param file a {@code .fet} file of mode Official
     * @return the problem; the warnings name each constraint that it cannot say
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
        return new FetReader(tree(in)).read();
    }

    /**
     * Reads the timetable of a data-and-timetable file: each activity is where a constraint of 100 % fixes its starting
     * time and room.
     *
     * @param file a {@code .fet} file
     * @param problem what it solves, as {@link #readProblem(Path)} gave it
     * @return the plan; activities that are not fixed are not placed
     * @throws FormatException with every fault, each with its line
     * @throws IOException if the file cannot be read
     */
    public static Plan readTimetable(Path file, Problem problem) throws IOException {
        try (InputStream in = BoundedInput.open(file, BoundedInput.DEFAULT_LIMIT)) {
            return readTimetable(in, problem);
        }
    }

    /** Like {@link #readTimetable(Path, Problem)}, from a stream that is left open. */
    public static Plan readTimetable(InputStream in, Problem problem) throws IOException {
        return new TimetableReader(tree(in), problem).read();
    }

    /**
     * Writes a data-and-timetable file: the original data, and constraints that fix every placed activity.
     *
     * @param data the {@code .fet} file that was solved; left open
     * @param plan its plan
     * @param out where to; left open
     * @throws FormatException if the data are faulty; nothing is written then
     * @throws IOException if something cannot be read or written
     */
    public static void writeTimetable(InputStream data, Plan plan, OutputStream out) throws IOException {
        new TimetableWriter(tree(data), plan).write(out);
    }

    /** Whether FET has a constraint like this; many of its types must hold (100 %) and have no soft form. */
    public static boolean canSay(Constraint constraint) {
        FetWords words = FetWords.of(constraint);
        return words != null && (constraint.strength() instanceof Strength.Hard || words.softToo());
    }

    /**
     * Writes a problem as data of mode Official. An activity's id must be a number: where one is not, all are numbered
     * anew in their order and the comment of each tells the old one.
     *
     * @param problem what to write
     * @param out where to; left open
     * @throws FormatException with everything the format cannot say; nothing is written then
     * @throws IOException if it cannot be written
     */
    public static void writeProblem(Problem problem, OutputStream out) throws IOException {
        new ProblemWriter(problem).write(out);
    }

    private static XmlElement tree(InputStream in) throws IOException {
        XmlElement root = XmlParser.parse(in, BoundedInput.DEFAULT_LIMIT);
        if (!root.name().equals("fet")) {
            throw new FormatException(
                    "line " + root.line(), "A FET file begins with <fet>, this file with <%s>.".formatted(root.name()));
        }
        return root;
    }
}
