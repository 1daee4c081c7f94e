package org.horarium.engine.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.engine.model.SameStaff;
import org.jspecify.annotations.Nullable;

/**
 * Needs that the same people must fill: those that hard {@link SameStaff} rules tie together, or a single need.
 *
 * @param role the role
 * @param count how many people
 * @param events the events, all of which need that role
 * @param rules what ties them together; empty for a single event
 */
record Series(String role, int count, List<OpenEvent> events, List<SameStaff> rules) {
    /** All series of a problem, in the order of their first events. */
    static List<Series> all(Situation situation) {
        Map<Seat, Seat> leader = new HashMap<>();
        List<SameStaff> used = new ArrayList<>();
        for (SameStaff rule : situation.hard(SameStaff.class)) {
            List<OpenEvent> events = rule.events().stream()
                    .map(situation::event)
                    .filter(event -> need(event, rule.role()) != null)
                    .toList();
            if (events.stream()
                            .mapToInt(event -> count(event, rule.role()))
                            .distinct()
                            .count()
                    == 1) {
                used.add(rule);
                Seat first = new Seat(events.get(0), rule.role());
                events.forEach(event -> leader.put(find(leader, new Seat(event, rule.role())), find(leader, first)));
            }
        }
        Map<Seat, List<OpenEvent>> members = new LinkedHashMap<>();
        for (OpenEvent event : situation.open()) {
            for (OpenNeed need : event.needs) {
                members.computeIfAbsent(find(leader, new Seat(event, need.role)), seat -> new ArrayList<>())
                        .add(event);
            }
        }
        List<Series> all = new ArrayList<>();
        members.forEach((seat, events) -> all.add(new Series(
                seat.role,
                count(seat.event, seat.role),
                events,
                used.stream()
                        .filter(rule -> rule.role().equals(seat.role)
                                && events.stream()
                                        .anyMatch(event -> rule.events().contains(event.id())))
                        .filter(rule -> events.size() > 1)
                        .toList())));
        return all;
    }

    private record Seat(OpenEvent event, String role) {}

    private static Seat find(Map<Seat, Seat> leader, Seat seat) {
        Seat at = seat;
        Seat next;
        while (!(next = leader.getOrDefault(at, at)).equals(at)) {
            at = next;
        }
        return at;
    }

    private static @Nullable OpenNeed need(OpenEvent event, String role) {
        return event.needs.stream()
                .filter(need -> need.role.equals(role))
                .findFirst()
                .orElse(null);
    }

    private static int count(OpenEvent event, String role) {
        OpenNeed need = need(event, role);
        return need == null ? 0 : need.count;
    }

    /** The need of each event. */
    List<OpenNeed> needs() {
        List<OpenNeed> needs = new ArrayList<>();
        for (OpenEvent event : events) {
            OpenNeed need = need(event, role);
            if (need != null) {
                needs.add(need);
            }
        }
        return needs;
    }

    /** Who is a candidate of every event. */
    Set<String> candidates() {
        Set<String> common = new LinkedHashSet<>();
        for (OpenNeed need : needs()) {
            if (common.isEmpty()) {
                common.addAll(need.candidates());
            } else {
                common.retainAll(need.candidates());
            }
            if (common.isEmpty()) {
                return common;
            }
        }
        return common;
    }

    /** Who is fixed for any of the events. */
    Set<String> pinned() {
        Set<String> pinned = new LinkedHashSet<>();
        needs().forEach(need -> pinned.addAll(need.pinned));
        return pinned;
    }

    /** Whether some event is still checked. */
    boolean isOpen() {
        return events.stream().anyMatch(event -> !event.conceded());
    }

    /** The events that are still checked. */
    List<OpenEvent> openEvents() {
        return events.stream().filter(event -> !event.conceded()).toList();
    }
}
