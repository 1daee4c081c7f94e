package org.horarium.engine.explain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.engine.explain.Impossibility.Family;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.RoomStability;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.text.RuleWords;
import org.horarium.engine.text.Words;

/** Events against rooms: Hall's condition on (room, slot), long events in the stretches of rooms, one room for all. */
final class RoomCheck {
    private final Situation situation;
    private final Report report;

    RoomCheck(Situation situation, Report report) {
        this.situation = situation;
        this.report = report;
    }

    void run() {
        List<OpenEvent> events = situation.open().stream()
                .filter(event -> event.inRoom && event.rooms.size() > 0)
                .toList();
        if (!slots(events)) {
            stretches(events);
        }
        for (RoomStability rule : situation.hard(RoomStability.class)) {
            if (rule.rooms() == 1) {
                oneRoom(rule, situation.openOf(rule.events()));
            }
        }
        for (Distribution rule : situation.hard(Distribution.class)) {
            if (rule.rule() instanceof DistributionRule.SameRoom) {
                oneRoom(rule, situation.openOf(rule.events()));
            }
        }
    }

    /** Rooms that the same events may use, at the same times: as many as there are, one like the other. */
    private record Alike(BitSet users, List<TimePattern> unavailable) {}

    private boolean slots(List<OpenEvent> events) {
        Map<String, BitSet> users = new LinkedHashMap<>();
        for (int e = 0; e < events.size(); e++) {
            int number = e;
            events.get(e)
                    .rooms
                    .forEach(room ->
                            users.computeIfAbsent(room, id -> new BitSet()).set(number));
        }
        Map<Alike, List<String>> classes = new LinkedHashMap<>();
        users.forEach((room, set) -> classes.computeIfAbsent(
                        new Alike(set, situation.room(room).unavailable()), key -> new ArrayList<>())
                .add(room));
        List<Map.Entry<Alike, List<String>>> numbered = List.copyOf(classes.entrySet());
        int size = situation.cells.size();
        Map<Set<String>, Map<Set<TimePattern>, BitSet>> cache = new LinkedHashMap<>();
        List<Supply.Demand> demands = new ArrayList<>();
        for (int e = 0; e < events.size(); e++) {
            OpenEvent event = events.get(e);
            BitSet places = cache.computeIfAbsent(event.rooms, rooms -> new LinkedHashMap<>())
                    .computeIfAbsent(new LinkedHashSet<>(event.times()), times -> places(event, numbered, size));
            int least = event.times().stream()
                    .mapToInt(situation.cells::count)
                    .min()
                    .orElse(0);
            demands.add(new Supply.Demand(least, 1, places));
        }
        Supply.Shortage shortage = Supply.shortage(
                demands, place -> numbered.get(place / size).getValue().size());
        if (shortage == null) {
            return false;
        }
        report(
                shortage.demands().stream().map(events::get).toList(),
                shortage.needed(),
                shortage.available(),
                "room slots",
                "");
        return true;
    }

    private BitSet places(OpenEvent event, List<Map.Entry<Alike, List<String>>> classes, int size) {
        BitSet places = new BitSet();
        for (int c = 0; c < classes.size(); c++) {
            if (event.rooms.contains(classes.get(c).getValue().get(0))) {
                List<TimePattern> unavailable = classes.get(c).getKey().unavailable();
                int offset = c * size;
                for (TimePattern time : event.times()) {
                    if (Situation.free(unavailable, time)) {
                        situation.cells.of(time).stream().forEach(cell -> places.set(offset + cell));
                    }
                }
            }
        }
        return places;
    }

    /** For each set of candidate rooms: how many long events fit these rooms on their days. */
    private void stretches(List<OpenEvent> events) {
        Set<Set<String>> sets = new LinkedHashSet<>();
        events.forEach(event -> sets.add(event.rooms));
        for (Set<String> rooms : sets) {
            List<OpenEvent> confined = events.stream()
                    .filter(event -> rooms.containsAll(event.rooms))
                    .toList();
            int[] lengths = confined.stream()
                    .mapToInt(OpenEvent::shortest)
                    .filter(length -> length > 1)
                    .distinct()
                    .sorted()
                    .toArray();
            for (int length : lengths) {
                List<OpenEvent> longOnes = confined.stream()
                        .filter(event -> event.shortest() >= length)
                        .toList();
                Packing packing = new Packing(situation.cells, longOnes);
                long needed = packing.needed();
                Map<List<TimePattern>, Long> ofCalendar = new LinkedHashMap<>();
                long available = 0;
                for (String room : rooms) {
                    Room one = situation.room(room);
                    available += ofCalendar.computeIfAbsent(
                            one.unavailable(),
                            unavailable -> packing.capacity(time -> Situation.free(unavailable, time)));
                }
                if (needed > available) {
                    report(
                            longOnes,
                            needed,
                            available,
                            "stretches",
                            " of %s in a row".formatted(Words.count(length, "slot")));
                    return;
                }
            }
        }
    }

    private void report(List<OpenEvent> events, long needed, long available, String unit, String detail) {
        Set<Subject> rooms = new LinkedHashSet<>();
        events.forEach(event -> event.rooms.forEach(room -> rooms.add(situation.roomSubject(room))));
        String all = rooms.size() == situation.problem.rooms().size() ? ", all rooms there are," : "";
        report.add(
                Family.ROOM_TIME,
                Situation.with(List.copyOf(rooms), events),
                needed,
                available,
                unit,
                "%s need %d %s%s, and their rooms (%s)%s have %d at the times these events can have."
                        .formatted(
                                Phrases.events(events), needed, unit, detail, Phrases.subjects(rooms), all, available),
                "Add a room of this kind, or allow other rooms for some of these events.",
                "Give these events more possible times, or make the rooms available for longer.");
    }

    private void oneRoom(Constraint rule, List<OpenEvent> all) {
        List<OpenEvent> events = all.stream()
                .filter(event -> event.inRoom && !event.times().isEmpty())
                .toList();
        if (events.size() < 2) {
            return;
        }
        Set<String> common = new LinkedHashSet<>(events.get(0).rooms);
        events.forEach(event -> common.retainAll(event.rooms));
        long best = 0;
        long needed = events.size();
        for (String room : common) {
            List<Supply.Demand> demands = new ArrayList<>();
            long served = 0;
            for (OpenEvent event : events) {
                List<TimePattern> times = event.times().stream()
                        .filter(time -> situation.roomFree(room, time))
                        .toList();
                served += times.isEmpty() ? 0 : 1;
                demands.add(new Supply.Demand(
                        times.stream().mapToInt(situation.cells::count).min().orElse(1),
                        1,
                        situation.cells.union(times)));
            }
            if (Supply.shortage(demands, cell -> 1) == null) {
                return;
            }
            best = Math.max(best, Math.min(served, needed - 1));
        }
        List<Subject> subjects = new ArrayList<>(List.of(Situation.subject(rule)));
        common.forEach(room -> subjects.add(situation.roomSubject(room)));
        report.add(
                Family.ROOM_TIME,
                Situation.with(subjects, events),
                needed,
                best,
                "events in one room",
                common.isEmpty()
                        ? "%s must be in one room, but have no possible room in common."
                                .formatted(Phrases.events(events))
                        : "%s must be in one room, but do not fit into any of those they have in common (%s)."
                                .formatted(
                                        Phrases.events(events),
                                        Phrases.subjects(common.stream()
                                                .map(situation::roomSubject)
                                                .toList())),
                "Relax the rule “%s”.".formatted(RuleWords.of(rule)),
                "Allow another room for all of these events.");
    }
}
