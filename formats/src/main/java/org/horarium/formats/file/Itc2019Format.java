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
import org.horarium.formats.itc2019.Itc2019;

/** XML of the International Timetabling Competition 2019. */
final class Itc2019Format implements ProblemFormat {
    private static final Pattern ROOT = Pattern.compile("<problem[\\s>]");

    @Override
    public String name() {
        return "ITC-2019 XML";
    }

    @Override
    public boolean recognises(String head) {
        return head.startsWith("<") && ROOT.matcher(head).find();
    }

    @Override
    public ProblemFile read(byte[] content) throws IOException {
        return new Itc2019File(Itc2019.readProblem(new ByteArrayInputStream(content)));
    }

    private record Itc2019File(Imported imported) implements ProblemFile {
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
            return Itc2019.readSolution(new ByteArrayInputStream(content), problem());
        }

        /** The running time, which the format asks for, is told in whole seconds. */
        @Override
        public byte[] writeSolution(Solution solution) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Itc2019.writeSolution(
                    problem(), solution.plan(), (double) solution.elapsed().toSeconds(), out);
            return out.toByteArray();
        }
    }
}
