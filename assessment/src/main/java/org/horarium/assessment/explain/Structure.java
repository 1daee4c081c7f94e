package org.horarium.assessment.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.horarium.assessment.FailureCode;
import org.horarium.assessment.Shortage;
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
    record Fault(FailureCode code, String message, @Nullable Shortage shortage, List<Idea> changes) {}

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
                        "Map " + room.id() + " to " + a.id() + ".",
                        new Change(centre).mapRoom(a.id(), room.id()).centre()));
            }
            return fault(
                    FailureCode.INSUFFICIENT_ROOMS,
                    a.id() + " needs a room; none is mapped to it.",
                    new Shortage("rooms of " + a.id(), 0, 1),
                    ideas);
        }
        if (centre.assessorsFor(a.id()).isEmpty()) {
            return fault(
                    FailureCode.INSUFFICIENT_ASSESSORS,
                    a.id() + " needs an assessor; none is mapped to it.",
                    new Shortage("assessors of " + a.id(), 0, 1),
                    mapAssessors(List.of(a)));
        }
        if (a.type().isIndividual()) {
            for (String p : a.participants()) {
                if (centre.assessorsFor(a.id()).stream().allMatch(x -> noGo(p, x))) {
                    List<Idea> ideas = new ArrayList<>(dropNoGo(p, centre.assessorsFor(a.id())));
                    ideas.addAll(mapAssessors(List.of(a)));
                    return fault(
                            FailureCode.INSUFFICIENT_ASSESSORS,
                            "Every assessor mapped to " + a.id() + " (" + centre.assessorsFor(a.id())
                                    + ") is in a no-go pair with " + p + ".",
                            new Shortage("assessors of " + a.id() + " for " + p, 0, 1),
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
                    g.people().size() + (g.people().size() == 1 ? " participant" : " participants")
                            + " can't form a group of at least " + centre.minGroupSize() + ".",
                    new Shortage("participants", g.people().size(), centre.minGroupSize()),
                    List.of(
                            new Idea(
                                    "Add " + missing + (missing == 1 ? " participant." : " participants."),
                                    new Change(centre)
                                            .newParticipants(
                                                    missing, takenBy(g.people().get(0)))
                                            .centre()),
                            new Idea(
                                    "Set min_group_size to " + g.people().size() + ".",
                                    new Change(centre)
                                            .minGroupSize(g.people().size())
                                            .centre())));
        }
        if (g.leaders().isEmpty()) {
            return fault(
                    FailureCode.INSUFFICIENT_ASSESSORS,
                    "No assessor is mapped to " + joined(names) + " together, so nobody can lead a group through them.",
                    new Shortage("assessors mapped to " + joined(names), 0, 1),
                    mapAssessors(g.assessments()));
        }
        for (String p : g.people()) {
            if (g.leaders().stream().allMatch(x -> noGo(p, x))) {
                List<Idea> ideas = new ArrayList<>(dropNoGo(p, g.leaders()));
                ideas.addAll(mapAssessors(g.assessments()));
                return fault(
                        FailureCode.CONTINUITY_IMPOSSIBLE,
                        "Every assessor who may lead a group (" + joined(g.leaders()) + ") is in a no-go pair with " + p
                                + ".",
                        new Shortage("assessors who may lead " + p, 0, 1),
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
                        "Remove the no-go pair " + participant + " and " + x + ".",
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
                    ideas.add(new Idea("Map " + x.id() + " to " + joined(missing) + ".", change.centre()));
                }
            }
        }
        return ideas;
    }

    /** {@code a, b and c}. */
    static String joined(Iterable<String> words) {
        List<String> list = new ArrayList<>();
        words.forEach(list::add);
        return list.size() < 2
                ? String.join("", list)
                : String.join(", ", list.subList(0, list.size() - 1)) + " and " + list.get(list.size() - 1);
    }

    private static Fault fault(FailureCode code, String message, Shortage shortage, List<Idea> ideas) {
        return new Fault(
                code, message, shortage, ideas.stream().limit(MOST_IDEAS).toList());
    }
}
