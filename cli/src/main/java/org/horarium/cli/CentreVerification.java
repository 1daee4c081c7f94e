package org.horarium.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Plan;
import org.horarium.assessment.verify.Finding;
import org.horarium.assessment.verify.Measures;
import org.horarium.assessment.verify.PlanVerifier;
import org.horarium.formats.FormatException;
import org.horarium.formats.assessment.CentreReader;
import org.horarium.formats.assessment.PlanReader;

/** What {@code verify} does with an assessment centre and its plan. */
final class CentreVerification {
    private CentreVerification() {}

    /** True when a file holds an assessment centre. */
    static boolean recognises(Path file) throws IOException {
        return InputFile.read(file, content -> CentreReader.recognises(new String(content, StandardCharsets.UTF_8)));
    }

    /**
     * Prints every broken rule, or the plan's goals when none is broken.
     *
     * @param centre file of the centre
     * @param plan file of the plan
     * @return true when the plan keeps every rule
     * @throws FormatException when one of the two can't be read
     */
    static boolean verify(Path centre, Path plan, PrintWriter out) throws IOException {
        Centre read = InputFile.read(centre, c -> CentreReader.read(new String(c, StandardCharsets.UTF_8)));
        Plan made = InputFile.read(plan, c -> PlanReader.read(new String(c, StandardCharsets.UTF_8), read));
        List<Finding> findings = PlanVerifier.verify(read, made);
        for (Finding f : findings) {
            out.println(f.rule().name().toLowerCase(Locale.ROOT).replace('_', '-') + ": " + f.message());
        }
        if (findings.isEmpty()) {
            Measures measures = Measures.of(read, made);
            out.println("Every rule is kept. End " + measures.end() + ", balance " + measures.balance()
                    + " minutes, idle rooms " + measures.idleMinutes() + " minutes.");
        } else {
            out.println(findings.size() + (findings.size() == 1 ? " broken rule." : " broken rules."));
        }
        out.flush();
        return findings.isEmpty();
    }
}
