package org.horarium.formats.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.solve.Solution;
import org.horarium.formats.Fault;
import org.horarium.formats.Imported;
import org.horarium.formats.itc2007.Itc2007;

/** {@code .ctt} of the International Timetabling Competition 2007, track 3. */
final class Itc2007Format implements ProblemFormat {
    private static final Pattern HEADER = Pattern.compile("^Name\\s*:.*\\RCourses\\s*:");

    @Override
    public String name() {
        return "ITC-2007 .ctt";
    }

    @Override
    public boolean recognises(String head) {
        return HEADER.matcher(head).find();
    }

    @Override
    public ProblemFile read(byte[] content) throws IOException {
        return new Itc2007File(Itc2007.readProblem(new ByteArrayInputStream(content)));
    }

    private record Itc2007File(Imported imported) implements ProblemFile {
        @Override
        public Problem problem() {
            return imported.problem();
        }

        @Override
        public List<Fault> warnings() {
            return imported.warnings();
        }

        @Override
        public Plan readSolution(byte[] content) throws IOException {
            return Itc2007.readSolution(new ByteArrayInputStream(content), problem());
        }

        @Override
        public byte[] writeSolution(Solution solution) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Itc2007.writeSolution(solution.plan(), out);
            return out.toByteArray();
        }
    }
}
