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
import org.horarium.formats.fet.Fet;

/** {@code .fet} of the program FET; solutions are the same data with every activity fixed. */
final class FetFormat implements ProblemFormat {
    private static final Pattern ROOT = Pattern.compile("<fet[\\s>]");

    @Override
    public String name() {
        return "FET .fet";
    }

    @Override
    public boolean recognises(String head) {
        return head.startsWith("<") && ROOT.matcher(head).find();
    }

    @Override
    public ProblemFile read(byte[] content) throws IOException {
        return new FetFile(Fet.readProblem(new ByteArrayInputStream(content)), content);
    }

    private static final class FetFile implements ProblemFile {
        private final Imported imported;
        private final byte[] data;

        FetFile(Imported imported, byte[] data) {
            this.imported = imported;
            this.data = data;
        }

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
            return Fet.readTimetable(new ByteArrayInputStream(content), problem());
        }

        @Override
        public byte[] writeSolution(Solution solution) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Fet.writeTimetable(new ByteArrayInputStream(data), solution.plan(), out);
            return out.toByteArray();
        }
    }
}
