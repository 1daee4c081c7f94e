package org.horarium.engine.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.horarium.engine.explain.Impossibility.Family;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.text.Words;

/** Pins against what their events need, against availability and against each other. */
final class PinCheck {
    private final Situation situation;
    private final Report report;

    PinCheck(Situation situation, Report report) {
        this.situation = situation;
        this.report = report;
    }

    void run() {
        List<OpenEvent> pinned =
                situation.open().stream().filter(event -> event.pin != null).toList();
        pinned.forEach(this::staff);
        pinned.stream().filter(OpenEvent::timePinned).forEach(this::availability);
        clashes(situation.open(pinned).stream().filter(OpenEvent::timePinned).toList());
    }

    private void staff(OpenEvent event) {
        Set<String> people = new HashSet<>();
        for (StaffAssignment assignment :
                new LinkedHashSet<>(Objects.requireNonNull(event.pin).staff())) {
            OpenNeed need = event.needs.stream()
                    .filter(open -> open.role.equals(assignment.role()))
                    .findFirst()
                    .orElse(null);
            String name = Words.name(event.event);
            Subject person = situation.personSubject(assignment.person());
            if (need == null) {
                invalid(
                        event,
                        person,
                        1,
                        0,
                        "%s is fixed as %s of %s, which needs nobody in that role."
                                .formatted(person.name(), assignment.role(), name));
            } else if (!people.add(assignment.person())) {
                invalid(event, person, 2, 1, "%s is fixed twice for %s.".formatted(person.name(), name));
            } else if (need.pinned.size() > need.count) {
                invalid(
                        event,
                        person,
                        need.pinned.size(),
                        need.count,
                        "%d people are fixed as %s of %s, which needs %d."
                                .formatted(need.pinned.size(), need.role, name, need.count));
            }
        }
    }

    private void invalid(OpenEvent event, Subject person, long needed, long available, String message) {
        event.concede();
        report.add(
                Family.PIN_INVALID,
                List.of(Situation.pinSubject(event), person),
                needed,
                available,
                "people",
                message,
                "Remove %s from the pin of %s.".formatted(person.name(), Words.name(event.event)));
    }

    private void availability(OpenEvent event) {
        TimePattern time = event.times().get(0);
        resources(event).forEach((resource, unavailable) -> {
            if (!Situation.free(unavailable, time)) {
                event.concede();
                report.add(
                        Family.PIN_UNAVAILABLE,
                        List.of(Situation.pinSubject(event), resource),
                        1,
                        0,
                        "times",
                        "%s is fixed on %s, but %s is unavailable then."
                                .formatted(Words.name(event.event), situation.words.when(time), resource.name()),
                        "Remove the pin of %s or move it.".formatted(Words.name(event.event)),
                        "Make %s available on %s.".formatted(resource.name(), situation.words.when(time)));
            }
        });
    }

    /** What an event uses in every plan, and when that is unavailable. */
    private Map<Subject, List<TimePattern>> resources(OpenEvent event) {
        Map<Subject, List<TimePattern>> resources = new LinkedHashMap<>();
        event.forced()
                .forEach(person -> resources.put(
                        situation.personSubject(person),
                        situation.person(person).unavailable()));
        event.event
                .groups()
                .forEach(group -> resources.put(
                        situation.groupSubject(group), situation.group(group).unavailable()));
        if (event.rooms.size() == 1) {
            event.rooms.forEach(room -> resources.put(
                    situation.roomSubject(room), situation.room(room).unavailable()));
        }
        return resources;
    }

    private void clashes(List<OpenEvent> pinned) {
        Map<Subject, List<OpenEvent>> users = new LinkedHashMap<>();
        for (OpenEvent event : pinned) {
            resources(event)
                    .keySet()
                    .forEach(resource -> users.computeIfAbsent(resource, key -> new ArrayList<>())
                            .add(event));
        }
        Map<Set<OpenEvent>, List<Subject>> clashes = new LinkedHashMap<>();
        users.forEach((resource, events) -> {
            for (int i = 0; i < events.size(); i++) {
                for (int j = i + 1; j < events.size(); j++) {
                    if (time(events.get(i)).overlaps(time(events.get(j)))) {
                        clashes.computeIfAbsent(Set.of(events.get(i), events.get(j)), key -> new ArrayList<>())
                                .add(resource);
                    }
                }
            }
        });
        clashes.forEach((pair, resources) -> {
            List<OpenEvent> both = pinned.stream().filter(pair::contains).toList();
            clash(both.get(0), both.get(1), resources);
        });
    }

    private void clash(OpenEvent first, OpenEvent second, List<Subject> resources) {
        List<Subject> subjects = new ArrayList<>(resources);
        subjects.add(Situation.pinSubject(first));
        subjects.add(Situation.pinSubject(second));
        second.concede();
        report.add(
                Family.PIN_CLASH,
                subjects,
                2,
                1,
                "events at a time",
                "%s and %s are both fixed on %s, and both need %s."
                        .formatted(
                                Words.name(first.event),
                                Words.name(second.event),
                                situation.words.shared(time(first), time(second)),
                                Phrases.subjects(resources)),
                "Remove or move the pin of %s.".formatted(Words.name(second.event)),
                "Remove or move the pin of %s.".formatted(Words.name(first.event)));
    }

    private static TimePattern time(OpenEvent event) {
        return event.times().get(0);
    }
}
