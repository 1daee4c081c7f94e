package org.horarium.server.assessmentcentre.view;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.horarium.assessment.model.Assessment;
import org.horarium.assessment.model.Assessor;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Participant;
import org.horarium.assessment.model.Period;
import org.horarium.assessment.model.Plan;
import org.horarium.assessment.model.Room;
import org.horarium.assessment.model.Session;

/** Whose view of a plan. */
public enum By {
    PARTICIPANT("person"),
    ASSESSOR("person-badge"),
    ROOM("door-open"),
    ASSESSMENT("clipboard-check");

    private final String icon;

    By(String icon) {
        this.icon = icon;
    }

    /** Name of a Bootstrap icon. */
    public String icon() {
        return icon;
    }

    /** The word in addresses and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The view of a word; by participant when the word is none. */
    public static By of(String code) {
        return Arrays.stream(values())
                .filter(by -> by.code().equals(code))
                .findFirst()
                .orElse(PARTICIPANT);
    }

    /** The views that can be drawn as bars: those in which nothing overlaps. */
    public static List<By> drawn() {
        return List.of(PARTICIPANT, ASSESSOR, ROOM);
    }

    /** One person, room or assessment. */
    public record Subject(String id, String name, List<Period> away) {}

    /** All whose view there is. */
    public List<Subject> subjects(Centre centre) {
        return switch (this) {
            case PARTICIPANT -> centre.participants().stream().map(By::subject).toList();
            case ASSESSOR -> centre.assessors().stream().map(By::subject).toList();
            case ROOM -> centre.rooms().stream().map(By::subject).toList();
            case ASSESSMENT -> centre.assessments().stream().map(By::subject).toList();
        };
    }

    private static Subject subject(Participant p) {
        return new Subject(p.id(), p.name(), p.unavailable());
    }

    private static Subject subject(Assessor a) {
        return new Subject(a.id(), a.name(), a.unavailable());
    }

    private static Subject subject(Room r) {
        return new Subject(r.id(), r.name(), List.of());
    }

    private static Subject subject(Assessment a) {
        return new Subject(a.id(), a.name(), List.of());
    }

    /** The sessions of one of them, in the order of start. */
    public List<Session> sessions(Plan plan, String id) {
        return switch (this) {
            case PARTICIPANT -> plan.ofParticipant(id);
            case ASSESSOR -> plan.ofAssessor(id);
            case ROOM -> plan.ofRoom(id);
            case ASSESSMENT -> plan.ofAssessment(id);
        };
    }
}
