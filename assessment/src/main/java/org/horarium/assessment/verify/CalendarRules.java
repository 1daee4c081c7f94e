package org.horarium.assessment.verify;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Day;
import org.horarium.assessment.model.Pause;
import org.horarium.assessment.model.Period;
import org.horarium.assessment.model.Session;

/** Hours, breaks, availability. */
final class CalendarRules {
    private final Scene scene;
    private final Centre centre;

    CalendarRules(Scene scene) {
        this.scene = scene;
        this.centre = scene.centre();
    }

    void check() {
        for (Session s : scene.judgedSessions()) {
            LocalDate date = s.start().toLocalDate();
            Day day = centre.days().stream()
                    .filter(d -> d.date().equals(date))
                    .findFirst()
                    .orElse(null);
            if (day == null) {
                scene.add(Rule.HOURS, s, s.assessment(), Scene.words(s) + " is not on a day of the centre.");
                continue;
            }
            hours(s, day);
            breaks(s, day);
            availability(s);
        }
    }

    private void hours(Session s, Day day) {
        if (s.start().isBefore(day.date().atTime(day.start()))
                || s.end().isAfter(day.date().atTime(day.end()))) {
            scene.add(
                    Rule.HOURS,
                    s,
                    s.assessment(),
                    Scene.words(s) + " leaves the hours " + day.start() + "–" + day.end() + ".");
        }
    }

    private void breaks(Session s, Day day) {
        for (Pause pause : day.breaks()) {
            LocalDateTime start = day.date().atTime(pause.start());
            LocalDateTime end = day.date().atTime(pause.end());
            if (s.start().isBefore(end) && start.isBefore(s.end())) {
                scene.add(
                        Rule.BREAK,
                        s,
                        s.assessment(),
                        Scene.words(s) + " overlaps the " + pause.kind().words() + " " + pause.start() + "–"
                                + pause.end() + ".");
            }
            long since = Duration.between(end, s.start()).toMinutes();
            if (centre.bufferAfterBreak() && since >= 0 && since < centre.bufferMinutes()) {
                scene.add(
                        Rule.BUFFER_AFTER_BREAK,
                        s,
                        s.assessment(),
                        Scene.words(s) + " starts " + since + " minutes after the "
                                + pause.kind().words() + "; " + centre.bufferMinutes() + " are needed.");
            }
        }
    }

    private void availability(Session s) {
        s.participants()
                .forEach(p -> available(
                        s, p, Objects.requireNonNull(centre.participant(p)).unavailable()));
        s.assessors()
                .forEach(a -> available(
                        s, a, Objects.requireNonNull(centre.assessor(a)).unavailable()));
    }

    private void available(Session s, String person, List<Period> away) {
        for (Period p : away) {
            if (s.start().isBefore(p.end()) && p.start().isBefore(s.end())) {
                scene.add(
                        Rule.AVAILABILITY,
                        s,
                        person,
                        Scene.words(s) + ": " + person + " is unavailable from " + p.start() + " to " + p.end() + ".");
            }
        }
    }
}
