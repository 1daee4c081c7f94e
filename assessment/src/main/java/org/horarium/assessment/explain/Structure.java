package org.horarium.assessment.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.horarium.assessment.FailureCode;
import org.horarium.assessment.Phrase;
import org.horarium.assessment.Shortage;
import org.horarium.assessment.Wording;
import org.horarium.assessment.model.Assessment;
import org.horarium.assessment.model.Assessor;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.NoGoPair;
import org.horarium.assessment.model.Room;
import org.jspecify.annotations.Nullable;

/** What can be seen without planning: missing rooms and assessors, groups that can't be formed or led. */
final class Structure {
    /**
     * A structural fault.
     *
     * @param code its kind
     * @param message what is wrong
     * @param shortage the numbers; null where none say it
     * @param changes what may help, not yet checked
     */
    record Fault(
            FailureCode code, Wording message, @Nullable Shortage shortage, List<Idea> changes) {}

    private static final int MOST_IDEAS = 8;

    private final Centre centre;

    Structure(Centre centre) {
        this.centre = centre;
    }

    /** The first fault, or null when the centre can be given to the search. */
    @Nullable
    Fault fault() {
        for (Assessment a : centre.assessments()) {
            Fault fault = resources(a);
            if (fault != null) {
                return fault;
            }
        }
        for (Groups g : Groups.of(centre)) {
            Fault fault = groups(g);
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private @Nullable Fault resources(Assessment a) {
        if (a.type().needsRoom() && centre.roomsFor(a.id()).isEmpty()) {
            List<Idea> ideas = new ArrayList<>();
            for (Room room : centre.rooms()) {
                ideas.add(new Idea(
                        Wording.of(Phrase.MAP, room.id(), a.id()),
                        new Change(centre).mapRoom(a.id(), room.id()).centre()));
            }
            return fault(
                    FailureCode.INSUFFICIENT_ROOMS,
                    Wording.of(Phrase.NO_ROOM, a.id()),
                    new Shortage(Wording.of(Phrase.OF_ROOMS, a.id()), 0, 1),
                    ideas);
        }
        if (centre.assessorsFor(a.id()).isEmpty()) {
            return fault(
                    FailureCode.INSUFFICIENT_ASSESSORS,
                    Wording.of(Phrase.NO_ASSESSOR, a.id()),
                    new Shortage(Wording.of(Phrase.OF_ASSESSORS_OF, a.id()), 0, 1),
                    mapAssessors(List.of(a)));
        }
        if (a.type().isIndividual()) {
            for (String p : a.participants()) {
                if (centre.assessorsFor(a.id()).stream().allMatch(x -> noGo(p, x))) {
                    List<Idea> ideas = new ArrayList<>(dropNoGo(p, centre.assessorsFor(a.id())));
                    ideas.addAll(mapAssessors(List.of(a)));
                    return fault(
                            FailureCode.INSUFFICIENT_ASSESSORS,
                            Wording.of(Phrase.ALL_NO_GO, a.id(), centre.assessorsFor(a.id()), p),
                            new Shortage(Wording.of(Phrase.OF_ASSESSORS_FOR, a.id(), p), 0, 1),
                            ideas);
                }
            }
        }
        return null;
    }

    private @Nullable Fault groups(Groups g) {
        List<String> names = g.assessments().stream().map(Assessment::id).toList();
        if (g.bySize() == 0) {
            int missing = centre.minGroupSize() - g.people().size();
            return fault(
                    FailureCode.CANNOT_FORM_GROUPS,
                    Wording.of(Phrase.NO_GROUP, g.people().size(), centre.minGroupSize()),
                    new Shortage(Wording.of(Phrase.OF_PARTICIPANTS), g.people().size(), centre.minGroupSize()),
                    List.of(
                            new Idea(
                                    Wording.of(Phrase.ADD_PARTICIPANTS, missing),
                                    new Change(centre)
                                            .newParticipants(
                                                    missing, takenBy(g.people().get(0)))
                                            .centre()),
                            new Idea(
                                    Wording.of(Phrase.GROUP_SIZE, g.people().size()),
                                    new Change(centre)
                                            .minGroupSize(g.people().size())
                                            .centre())));
        }
        if (g.leaders().isEmpty()) {
            return fault(
                    FailureCode.INSUFFICIENT_ASSESSORS,
                    Wording.of(Phrase.NO_LEADER, names),
                    new Shortage(Wording.of(Phrase.OF_ASSESSORS_MAPPED, names), 0, 1),
                    mapAssessors(g.assessments()));
        }
        for (String p : g.people()) {
            if (g.leaders().stream().allMatch(x -> noGo(p, x))) {
                List<Idea> ideas = new ArrayList<>(dropNoGo(p, g.leaders()));
                ideas.addAll(mapAssessors(g.assessments()));
                return fault(
                        FailureCode.CONTINUITY_IMPOSSIBLE,
                        Wording.of(Phrase.LEADERS_NO_GO, g.leaders(), p),
                        new Shortage(Wording.of(Phrase.OF_LEADERS_FOR, p), 0, 1),
                        ideas);
            }
        }
        return null;
    }

    private List<String> takenBy(String participant) {
        return centre.assessments().stream()
                .filter(a -> a.participants().contains(participant))
                .map(Assessment::id)
                .toList();
    }

    private boolean noGo(String participant, String assessor) {
        return centre.noGoPairs().contains(new NoGoPair(participant, assessor));
    }

    private List<Idea> dropNoGo(String participant, List<String> assessors) {
        return assessors.stream()
                .limit(2)
                .map(x -> new Idea(
                        Wording.of(Phrase.REMOVE_NO_GO, participant, x),
                        new Change(centre)
                                .dropNoGo(List.of(new NoGoPair(participant, x)))
                                .centre()))
                .toList();
    }

    /** Maps single assessors to what they lack of these; those first who lack least. */
    private List<Idea> mapAssessors(List<Assessment> assessments) {
        List<Idea> ideas = new ArrayList<>();
        for (int lacking = 1; lacking <= assessments.size(); lacking++) {
            for (Assessor x : centre.assessors()) {
                Set<String> missing = new LinkedHashSet<>();
                for (Assessment a : assessments) {
                    if (!centre.assessorsFor(a.id()).contains(x.id())) {
                        missing.add(a.id());
                    }
                }
                if (missing.size() == lacking) {
                    Change change = new Change(centre);
                    missing.forEach(a -> change.mapAssessor(a, x.id()));
                    ideas.add(new Idea(Wording.of(Phrase.MAP, x.id(), List.copyOf(missing)), change.centre()));
                }
            }
        }
        return ideas;
    }

    private static Fault fault(FailureCode code, Wording message, Shortage shortage, List<Idea> ideas) {
        return new Fault(
                code, message, shortage, ideas.stream().limit(MOST_IDEAS).toList());
    }
}
