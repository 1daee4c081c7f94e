package org.horarium.assessment.explain;

import java.util.ArrayList;
import java.util.List;
import org.horarium.assessment.model.Assessment;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.solve.NativeSolver;

/** What a plan's reader may not expect, and why it is so. */
public final class Notes {
    private Notes() {}

    /**
     * The notes to a plan of a centre.
     *
     * @param centre what was asked for
     * @param exact whether CP-SAT was to be used
     */
    public static List<String> of(Centre centre, boolean exact) {
        List<String> notes = new ArrayList<>();
        for (Groups g : Groups.of(centre)) {
            int most = g.assessments().stream()
                    .mapToInt(a -> centre.assessorsFor(a.id()).size())
                    .max()
                    .orElse(0);
            if (g.count() < most) {
                notes.add(fewerGroups(centre, g, most));
            }
        }
        for (Assessment a : centre.assessments()) {
            if (!a.type().needsRoom() && !centre.roomsFor(a.id()).isEmpty()) {
                notes.add("The rooms mapped to " + a.id() + " are not used: a questionnaire needs none.");
            }
        }
        String missing = NativeSolver.problem();
        if (!exact) {
            notes.add("Planned by list scheduling alone: few results are proven.");
        } else if (missing != null) {
            notes.add(missing);
        }
        return notes;
    }

    private static String fewerGroups(Centre centre, Groups g, int most) {
        List<String> reasons = new ArrayList<>();
        if (g.leaders().size() == g.count()) {
            reasons.add(g.leaders().size() + " assessors are mapped to all that a group does");
        }
        if (g.bySize() == g.count()) {
            reasons.add(g.people().size() + " participants make " + g.bySize() + " groups of at least "
                    + centre.minGroupSize());
        }
        if (g.caseRooms() == g.count()) {
            reasons.add("the business case has " + g.caseRooms() + " rooms");
        }
        return g.count() + (g.count() == 1 ? " group" : " groups") + ", fewer than the " + most + " assessors mapped: "
                + String.join("; ", reasons) + ".";
    }
}
