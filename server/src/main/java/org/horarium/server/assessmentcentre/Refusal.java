package org.horarium.server.assessmentcentre;

import java.util.List;
import org.horarium.assessment.Failure;
import org.horarium.assessment.FailureCode;
import org.horarium.assessment.Shortage;
import org.horarium.assessment.Wording;
import org.horarium.formats.assessment.CentreReader;
import org.horarium.formats.assessment.CentreWriter;

/**
 * Why there is no plan, as it is kept.
 *
 * @param code for programs
 * @param message what is wrong, with the numbers
 * @param shortages what there is and what is needed
 * @param suggestions what helps; each was planned before it was made
 */
public record Refusal(FailureCode code, Wording message, List<Shortage> shortages, List<Proposal> suggestions) {
    public Refusal {
        shortages = List.copyOf(shortages);
        suggestions = List.copyOf(suggestions);
    }

    /**
     * A change that helps.
     *
     * @param text what to do
     * @param centre the changed centre, as {@link CentreReader} reads it
     */
    public record Proposal(Wording text, String centre) {}

    /** What the planner says. */
    public static Refusal of(Failure failure) {
        return new Refusal(
                failure.code(),
                failure.message(),
                failure.shortages(),
                failure.suggestions().stream()
                        .map(s -> new Proposal(s.text(), CentreWriter.write(s.changed())))
                        .toList());
    }
}
