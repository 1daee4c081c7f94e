package org.horarium.assessment.explain;

import java.util.ArrayList;
import java.util.List;
import org.horarium.assessment.Phrase;
import org.horarium.assessment.Wording;
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
    public static List<Wording> of(Centre centre, boolean exact) {
        List<Wording> notes = new ArrayList<>();
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
                notes.add(Wording.of(Phrase.ROOMS_UNUSED, a.id()));
            }
        }
        String missing = NativeSolver.problem();
        if (!exact) {
            notes.add(Wording.of(Phrase.LIST_SCHEDULING));
        } else if (missing != null) {
            notes.add(Wording.of(missing));
        }
        return notes;
    }

    private static Wording fewerGroups(Centre centre, Groups g, int most) {
        Wording note = Wording.of(Phrase.FEWER_GROUPS, g.count(), most);
        if (g.leaders().size() == g.count()) {
            note = note.and(Wording.of(Phrase.SINCE_LEADERS, g.leaders().size()));
        }
        if (g.bySize() == g.count()) {
            note = note.and(Wording.of(Phrase.SINCE_SIZE, g.people().size(), g.bySize(), centre.minGroupSize()));
        }
        if (g.caseRooms() == g.count()) {
            note = note.and(Wording.of(Phrase.SINCE_ROOMS, g.caseRooms()));
        }
        return note;
    }
}
