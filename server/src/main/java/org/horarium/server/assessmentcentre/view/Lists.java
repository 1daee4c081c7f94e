package org.horarium.server.assessmentcentre.view;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Day;
import org.horarium.assessment.model.Pause;
import org.horarium.assessment.model.Plan;
import org.horarium.assessment.model.Session;
import org.horarium.server.assessmentcentre.SessionState;
import org.jspecify.annotations.Nullable;

/** A plan as lists: for each person, room or assessment what comes when, day by day. */
public final class Lists {
    private Lists() {}

    /**
     * Someone's days.
     *
     * @param id of the person, room or assessment
     * @param name as shown
     * @param days those on which they have something
     */
    public record Sheet(String id, String name, List<DayList> days) {
        /** How many sessions. */
        public long sessions() {
            return days.stream()
                    .flatMap(d -> d.entries().stream())
                    .filter(e -> e.card() != null)
                    .count();
        }
    }

    /** A day of someone. */
    public record DayList(LocalDate date, List<Entry> entries) {}

    /**
     * A session or a break.
     *
     * @param from its first minute
     * @param to the first minute after it
     * @param card the session; null for a break
     * @param pause which break; null for a session
     */
    public record Entry(
            LocalTime from, LocalTime to, @Nullable SessionCard card, Pause.@Nullable Kind pause) {}

    /** The sheets of all. */
    public static List<Sheet> all(Centre centre, Plan plan, By by, Function<Session, @Nullable SessionState> state) {
        return by.subjects(centre).stream()
                .map(subject -> sheet(centre, plan, by, subject, state))
                .toList();
    }

    /** The sheet of one; null when nobody has the id. */
    public static @Nullable Sheet one(Centre centre, Plan plan, By by, String id) {
        return by.subjects(centre).stream()
                .filter(subject -> subject.id().equals(id))
                .map(subject -> sheet(centre, plan, by, subject, s -> null))
                .findFirst()
                .orElse(null);
    }

    private static Sheet sheet(
            Centre centre, Plan plan, By by, By.Subject subject, Function<Session, @Nullable SessionState> state) {
        List<Session> sessions = by.sessions(plan, subject.id());
        List<DayList> days = new ArrayList<>();
        for (Day day : centre.days()) {
            List<Session> ofDay = sessions.stream()
                    .filter(s -> s.start().toLocalDate().equals(day.date()))
                    .toList();
            if (!ofDay.isEmpty()) {
                days.add(new DayList(day.date(), entries(centre, day, ofDay, by != By.ASSESSMENT, state)));
            }
        }
        return new Sheet(subject.id(), subject.name(), days);
    }

    /** Sessions, and the breaks between the first and the last of them. */
    private static List<Entry> entries(
            Centre centre,
            Day day,
            List<Session> sessions,
            boolean withBreaks,
            Function<Session, @Nullable SessionState> state) {
        List<Entry> entries = new ArrayList<>();
        LocalTime last = sessions.get(sessions.size() - 1).start().toLocalTime();
        for (Session s : sessions) {
            entries.add(
                    new Entry(s.start().toLocalTime(), s.end().toLocalTime(), SessionCard.of(centre, s, state), null));
        }
        if (withBreaks) {
            for (Pause p : day.breaks()) {
                if (!p.start().isBefore(entries.get(0).from()) && !p.start().isAfter(last)) {
                    int at = 0;
                    while (at < entries.size() && !entries.get(at).from().isAfter(p.start())) {
                        at++;
                    }
                    entries.add(at, new Entry(p.start(), p.end(), null, p.kind()));
                }
            }
        }
        return entries;
    }
}
