package org.horarium.server.assessmentcentre.view;

import java.util.ArrayList;
import java.util.List;
import org.horarium.assessment.model.Assessor;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.NoGoPair;
import org.horarium.assessment.model.Participant;
import org.horarium.assessment.model.Plan;
import org.horarium.assessment.model.Session;

/**
 * Who assessed whom: a row for each participant, a column for each assessor.
 *
 * @param assessors names, in the order of the columns
 * @param rows one for each participant
 */
public record Encounters(List<String> assessors, List<Row> rows) {
    /**
     * A participant.
     *
     * @param name as shown
     * @param distinct by how many different people they are assessed
     * @param cells one for each assessor
     */
    public record Row(String name, long distinct, List<Cell> cells) {}

    /**
     * What one assessor sees of one participant.
     *
     * @param assessor name
     * @param sessions in which
     * @param noGo whether they must never meet
     */
    public record Cell(String assessor, List<SessionCard> sessions, boolean noGo) {}

    /** The encounters of a plan. */
    public static Encounters of(Centre centre, Plan plan) {
        List<Row> rows = new ArrayList<>();
        for (Participant p : centre.participants()) {
            List<Session> own = plan.ofParticipant(p.id());
            List<Cell> cells = centre.assessors().stream()
                    .map(a -> new Cell(
                            a.name(),
                            own.stream()
                                    .filter(s -> s.hasAssessor(a.id()))
                                    .map(s -> SessionCard.of(centre, s, x -> null))
                                    .toList(),
                            centre.noGoPairs().contains(new NoGoPair(p.id(), a.id()))))
                    .toList();
            long distinct = cells.stream().filter(c -> !c.sessions().isEmpty()).count();
            rows.add(new Row(p.name(), distinct, cells));
        }
        return new Encounters(centre.assessors().stream().map(Assessor::name).toList(), rows);
    }
}
