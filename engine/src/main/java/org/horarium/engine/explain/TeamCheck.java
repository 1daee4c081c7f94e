package org.horarium.engine.explain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.engine.explain.Impossibility.Family;
import org.horarium.engine.model.CalendarConstraint.MemberKind;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.text.Words;

/** All people together against all that must be given: a flow from series to the people who can give them. */
final class TeamCheck {
    private final Situation situation;
    private final Limits limits;
    private final Report report;
    private final List<Work> works = new ArrayList<>();
    private final List<String> people = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final long[] capacities;

    /** A series with its load, in slots, for each person who takes it. */
    private record Work(Series series, long load, Set<String> candidates) {}

    TeamCheck(Situation situation, Limits limits, Report report, List<Series> series) {
        this.situation = situation;
        this.limits = limits;
        this.report = report;
        Map<String, Set<TimePattern>> usable = new LinkedHashMap<>();
        Set<String> told = report.named(Family.PERSON_TIME);
        told.addAll(report.named(Family.LOAD_LIMIT));
        for (Series one : series) {
            long load = 0;
            boolean known = one.events().stream().anyMatch(event -> told.contains(event.id()));
            Set<String> candidates = one.isOpen() && !known ? one.candidates() : Set.of();
            for (OpenEvent event : one.openEvents()) {
                load += event.times().stream()
                        .mapToInt(situation.cells::count)
                        .min()
                        .orElse(0);
                candidates.forEach(person -> usable.computeIfAbsent(person, id -> new LinkedHashSet<>())
                        .addAll(event.times()));
            }
            if (load > 0 && !known) {
                works.add(new Work(one, load, candidates));
            }
        }
        usable.forEach((person, times) -> {
            numbers.put(person, people.size());
            people.add(person);
        });
        capacities = new long[people.size()];
        usable.forEach((person, times) -> {
            BitSet cells = new BitSet();
            times.stream()
                    .filter(time -> situation.personFree(person, time))
                    .forEach(time -> cells.or(situation.cells.of(time)));
            capacities[number(person)] = limits.capacity(limits.of(MemberKind.PERSON, person), cells);
        });
    }

    private int number(String person) {
        Integer number = numbers.get(person);
        if (number == null) {
            throw new IllegalStateException("Person (%s) is no candidate of anything.".formatted(person));
        }
        return number;
    }

    void run() {
        List<Supply.Demand> demands = works.stream()
                .map(work -> new Supply.Demand(work.load * work.series.count(), work.load, places(work)))
                .toList();
        Supply.Shortage shortage = Supply.shortage(demands, person -> capacities[person]);
        if (shortage != null) {
            report(
                    shortage.demands().stream().map(works::get).toList(),
                    shortage.needed(),
                    shortage.available(),
                    "slots");
            return;
        }
        long[] loads = works.stream().mapToLong(Work::load).distinct().sorted().toArray();
        for (long load : loads) {
            if (whole(load)) {
                return;
            }
        }
    }

    /** Series are not divided: of those with at least this load each person can take only so many. */
    private boolean whole(long load) {
        List<Work> large = works.stream().filter(work -> work.load >= load).toList();
        List<Supply.Demand> demands = large.stream()
                .map(work -> new Supply.Demand(work.series.count(), 1, places(work)))
                .toList();
        Supply.Shortage shortage = Supply.shortage(demands, person -> capacities[person] / load);
        if (shortage != null) {
            List<Work> culprits = shortage.demands().stream().map(large::get).toList();
            report(
                    culprits,
                    shortage.needed(),
                    shortage.available(),
                    "series of at least " + Words.count(load, "slot"));
            return true;
        }
        return false;
    }

    private BitSet places(Work work) {
        BitSet places = new BitSet();
        work.candidates.forEach(person -> places.set(number(person)));
        return places;
    }

    private void report(List<Work> culprits, long needed, long available, String unit) {
        Set<Subject> team = new LinkedHashSet<>();
        Set<OpenEvent> events = new LinkedHashSet<>();
        Set<Subject> rules = new LinkedHashSet<>();
        for (Work work : culprits) {
            events.addAll(work.series.openEvents());
            for (String person : work.candidates) {
                team.add(situation.personSubject(person));
                limits.of(MemberKind.PERSON, person).forEach(rule -> rules.add(Situation.subject(rule)));
            }
        }
        List<Subject> subjects = new ArrayList<>(team);
        subjects.addAll(rules);
        report.add(
                Family.STAFF_LOAD,
                Situation.with(subjects, events),
                needed,
                available,
                unit,
                "%s need %d %s from the people who can give them (%s), who have room for %d."
                        .formatted(Phrases.events(events), needed, unit, Phrases.subjects(team), available),
                "Let somebody else give some of these events.",
                "Raise the load limits of %s or give them more free time.".formatted(Phrases.subjects(team)));
    }
}
