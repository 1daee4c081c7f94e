package org.horarium.server.assessmentcentre.sheet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.horarium.assessment.model.Session;
import org.horarium.server.assessmentcentre.PersonKind;
import org.horarium.server.assessmentcentre.PlanVersion;
import org.horarium.server.assessmentcentre.view.By;
import org.horarium.server.assessmentcentre.view.SessionCard;
import org.horarium.server.document.CalendarEvent;
import org.horarium.server.document.CalendarFile;

/**
 * The calendar of one person. A session keeps its identity through all plans, so that calendars move it instead of doubling
 * it; its sequence is the number of the plan that last changed it. What an earlier plan had and the present one has not
 * stays, as called off.
 */
public final class PersonCalendar {
    private final PersonKind kind;
    private final String person;
    private final Map<String, Item> items = new LinkedHashMap<>();

    private PersonCalendar(PersonKind kind, String person) {
        this.kind = kind;
        this.person = person;
    }

    /** A session as some plan had it last. */
    private record Item(Session session, PlanVersion version, int sequence, Instant changed, boolean cancelled) {}

    /**
     * The calendar as a file.
     *
     * @param versions all plans of the centre, the newest first
     * @param current number of the plan that holds
     * @param person their id
     */
    public static String file(List<PlanVersion> versions, int current, PersonKind kind, String person) {
        PersonCalendar calendar = new PersonCalendar(kind, person);
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (versions.get(i).number() <= current) {
                calendar.add(versions.get(i));
            }
        }
        PlanVersion newest =
                versions.stream().filter(v -> v.number() == current).findFirst().orElseThrow();
        List<CalendarEvent> events = new ArrayList<>();
        calendar.items.forEach((key, item) -> events.add(calendar.event(key, item)));
        return CalendarFile.write(newest.centre().name(), newest.centre().timeZone(), events);
    }

    private void add(PlanVersion version) {
        By by = kind == PersonKind.PARTICIPANT ? By.PARTICIPANT : By.ASSESSOR;
        Map<String, Session> now = new LinkedHashMap<>();
        by.sessions(version.plan(), person).forEach(s -> now.put(key(s), s));
        now.forEach((key, session) -> {
            Item before = items.get(key);
            if (before == null || before.cancelled() || !before.session().equals(session)) {
                items.put(key, new Item(session, version, version.number(), version.createdAt(), false));
            }
        });
        items.replaceAll((key, item) -> now.containsKey(key) || item.cancelled()
                ? item
                : new Item(item.session(), item.version(), version.number(), version.createdAt(), true));
    }

    private String key(Session s) {
        return kind == PersonKind.PARTICIPANT ? s.assessment() : s.key();
    }

    private CalendarEvent event(String key, Item item) {
        SessionCard card = SessionCard.of(item.version().centre(), item.session(), s -> null);
        return new CalendarEvent(
                "%s/%s/%s/%s@horarium".formatted(item.version().centreId(), kind.code(), person, key),
                item.sequence(),
                card.start(),
                card.end(),
                kind == PersonKind.PARTICIPANT ? card.assessment() : card.assessment() + ": " + card.who(),
                card.room(),
                null,
                item.changed(),
                item.cancelled());
    }
}
