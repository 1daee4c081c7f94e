package org.horarium.assessment.verify;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.horarium.assessment.model.Assessment;
import org.horarium.assessment.model.AssessmentType;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.NoGoPair;
import org.horarium.assessment.model.Session;

/** Rules that a session keeps or breaks on its own: length, people, room. */
final class SessionRules {
    private final Scene scene;
    private final Centre centre;

    SessionRules(Scene scene) {
        this.scene = scene;
        this.centre = scene.centre();
    }

    void check() {
        for (Session s : scene.judgedSessions()) {
            Assessment assessment = Objects.requireNonNull(centre.assessment(s.assessment()));
            length(s, assessment.type());
            people(s, assessment);
            room(s, assessment);
            noGo(s);
        }
    }

    private void length(Session s, AssessmentType type) {
        int expected = type == AssessmentType.GROUP_ACTIVITY ? centre.groupActivityMinutes() : centre.activityMinutes();
        if (!type.isGroup() && s.participants().size() == 1) {
            int percent = Objects.requireNonNull(
                            centre.participant(s.participants().get(0)))
                    .extraTimePercent();
            // Extra time is rounded up to the grid: 30 minutes and 25 % make 40.
            int exactTimes100 = expected * (100 + percent);
            int grid = 100 * Centre.GRID_MINUTES;
            expected = (exactTimes100 + grid - 1) / grid * Centre.GRID_MINUTES;
        }
        if (s.minutes() != expected) {
            scene.add(
                    Rule.LENGTH,
                    s,
                    s.assessment(),
                    Scene.words(s) + " takes " + s.minutes() + " minutes, not " + expected + ".");
        }
        if (s.start().getMinute() % Centre.GRID_MINUTES != 0
                || s.start().getSecond() != 0
                || s.start().getNano() != 0) {
            scene.add(Rule.GRID, s, s.assessment(), Scene.words(s) + " does not start on the grid of five minutes.");
        }
    }

    private void people(Session s, Assessment assessment) {
        if (!assessment.type().isGroup() && s.participants().size() != 1) {
            scene.add(
                    Rule.ONE_PARTICIPANT,
                    s,
                    s.assessment(),
                    Scene.words(s) + " has " + s.participants().size() + " participants, not one.");
        }
        List<String> mapped = centre.assessorsFor(s.assessment());
        for (String assessor : s.assessors()) {
            if (!mapped.contains(assessor)) {
                scene.add(
                        Rule.ASSESSOR_MAPPING,
                        s,
                        assessor,
                        Scene.words(s) + " has assessor " + assessor + ", who is not mapped to " + s.assessment()
                                + ".");
            }
        }
        int most = assessment.type().isIndividual() ? centre.maxAssessorsPerSession() : 1;
        int count = s.assessors().size();
        if (count < 1 || count > most || new HashSet<>(s.assessors()).size() != count) {
            scene.add(
                    Rule.ASSESSOR_COUNT,
                    s,
                    s.assessment(),
                    Scene.words(s) + " has the assessors " + s.assessors() + "; from 1 to " + most
                            + " different ones are needed.");
        }
    }

    private void room(Session s, Assessment assessment) {
        if (!assessment.type().needsRoom()) {
            if (s.room() != null) {
                scene.add(Rule.NO_ROOM, s, s.room(), Scene.words(s) + " has room " + s.room() + " but needs none.");
            }
        } else if (s.room() == null || !centre.roomsFor(s.assessment()).contains(s.room())) {
            String where = s.room() == null
                    ? " has no room."
                    : " is in room " + s.room() + ", which is not mapped to " + s.assessment() + ".";
            scene.add(Rule.ROOM_MAPPING, s, s.assessment(), Scene.words(s) + where);
        }
    }

    private void noGo(Session s) {
        for (NoGoPair pair : centre.noGoPairs()) {
            if (s.hasParticipant(pair.participant()) && s.hasAssessor(pair.assessor())) {
                scene.add(
                        Rule.NO_GO,
                        s,
                        pair.participant(),
                        Scene.words(s) + ": " + pair.assessor() + " must never assess " + pair.participant() + ".");
            }
        }
    }
}
