package org.horarium.formats.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.solve.Solution;
import org.horarium.formats.Fault;
import org.horarium.formats.Imported;
import org.horarium.formats.fet.Fet;
import org.horarium.formats.itc2007.Itc2007;
import org.horarium.formats.itc2019.Itc2019;

/**
 * A format whose files are the engine's problems and plans, read from and written to streams.
 *
 * @param name for people
 * @param key word on the command line and ending of files
 * @param beginning what a file begins with
 * @param reader reads a problem
 * @param planReader reads a solution
 * @param planWriter writes a solution
 * @param writer writes a problem
 * @param sayable constraints that the format may be able to say
 */
record StreamFormat(
        String name,
        String key,
        Pattern beginning,
        Reader reader,
        PlanReader planReader,
        PlanWriter planWriter,
        Writer writer,
        Predicate<Constraint> sayable)
        implements ProblemFormat {

    /** ITC-2019; its solutions tell the running time, in whole seconds. */
    static final StreamFormat ITC2019 = new StreamFormat(
            "ITC-2019 XML",
            "xml",
            Pattern.compile("^<[\\s\\S]*?<problem[\\s>]|^<problem[\\s>]"),
            Itc2019::readProblem,
            Itc2019::readSolution,
            (file, solution, out) -> Itc2019.writeSolution(
                    file.problem(), solution.plan(), (double) solution.elapsed().toSeconds(), out),
            Itc2019::writeProblem,
            Itc2019::canSay);

    /** ITC-2007, track 3. */
    static final StreamFormat ITC2007 = new StreamFormat(
            "ITC-2007 .ctt",
            "ctt",
            Pattern.compile("^Name\\s*:.*\\RCourses\\s*:"),
            Itc2007::readProblem,
            Itc2007::readSolution,
            (file, solution, out) -> Itc2007.writeSolution(solution.plan(), out),
            Itc2007::writeProblem,
            Itc2007::canSay);

    /** FET; solutions are the same data with every activity fixed. */
    static final StreamFormat FET = new StreamFormat(
            "FET .fet",
            "fet",
            Pattern.compile("^<[\\s\\S]*?<fet[\\s>]|^<fet[\\s>]"),
            Fet::readProblem,
            Fet::readTimetable,
            (file, solution, out) -> Fet.writeTimetable(new ByteArrayInputStream(file.content()), solution.plan(), out),
            Fet::writeProblem,
            Fet::canSay);

    /** Reads a problem. */
    interface Reader {
        /** Leaves the stream open. */
        Imported read(InputStream in) throws IOException;
    }

    /** Reads a plan for a problem. */
    interface PlanReader {
        /** Leaves the stream open. */
        Plan read(InputStream in, Problem problem) throws IOException;
    }

    /** Writes a plan for the problem of a file. */
    interface PlanWriter {
        /** Leaves the stream open. */
        void write(ProblemFile file, Solution solution, OutputStream out) throws IOException;
    }

    /** Writes a problem, or refuses it with everything it cannot say. */
    interface Writer {
        /** Leaves the stream open. */
        void write(Problem problem, OutputStream out) throws IOException;
    }

    @Override
    public boolean recognises(String head) {
        return beginning.matcher(head).find();
    }

    @Override
    public ProblemFile read(byte[] content) throws IOException {
        return new StreamFile(this, reader.read(new ByteArrayInputStream(content)), content);
    }

    /** A file of the same format stays as it is: it may say more than the problem does. */
    @Override
    public byte[] write(ProblemFile file, List<Fault> lost) throws IOException {
        if (file instanceof StreamFile own && own.format == this) {
            return own.content;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(SoftConstraints.without(file.problem(), sayable, name, lost), out);
        return out.toByteArray();
    }

    /** A file of the format. */
    private record StreamFile(StreamFormat format, Imported imported, byte[] content) implements ProblemFile {
        @Override
        public Problem problem() {
            return imported.problem();
        }

        @Override
        public List<Fault> warnings() {
            return imported.warnings();
        }

        @Override
        public Plan readSolution(byte[] solution) throws IOException {
            return format.planReader.read(new ByteArrayInputStream(solution), problem());
        }

        @Override
        public byte[] writeSolution(Solution solution) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            format.planWriter.write(this, solution, out);
            return out.toByteArray();
        }
    }
}
