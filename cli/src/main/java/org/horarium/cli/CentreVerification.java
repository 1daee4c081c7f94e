package org.horarium.cli;

import java.io.PrintWriter;
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

    /**
     * Prints every broken rule, or the plan's goals when none is broken.
     *
     * @param centre text of the centre
     * @param plan text of the plan
     * @return true when the plan keeps every rule
     * @throws FormatException when one of the two can't be read
     */
    static boolean verify(String centre, String plan, PrintWriter out) {
        Centre read = CentreReader.read(centre);
        Plan made = PlanReader.read(plan, read);
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
        return findings.isEmpty();
    }
}
