package org.horarium.engine.explain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.engine.explain.Impossibility.Family;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarConstraint.MemberKind;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.text.RuleWords;
import org.horarium.engine.text.Words;
import org.jspecify.annotations.Nullable;

/** Who can give each series of events: common candidates, with enough free time and load for the whole series. */
final class StaffCheck {
    private final Situation situation;
    private final Limits limits;
    private final Report report;
    private final List<Series> series;
    private final Map<Series, Map<String, String>> refused = new LinkedHashMap<>();

    StaffCheck(Situation situation, Limits limits, Report report, List<Series> series) {
        this.situation = situation;
        this.limits = limits;
        this.report = report;
        this.series = series;
    }

    /** Leaves each need the common candidates of its series. */
    void common() {
        for (Series one : series) {
            Set<String> candidates = one.candidates();
            Set<String> pinned = one.pinned();
            if (candidates.size() < one.count()) {
                List<Subject> subjects = subjects(one, Set.of());
                report(
                        one,
                        subjects,
                        candidates.size(),
                        "%s: %s can give %s."
                                .formatted(
                                        demand(one),
                                        candidates.isEmpty() ? "nobody" : "only " + names(candidates),
                                        one.events().size() == 1 ? "it" : "all of them"));
            } else if (!candidates.containsAll(pinned) || pinned.size() > one.count()) {
                List<Subject> subjects = subjects(one, pinned);
                one.openEvents().stream()
                        .filter(event -> event.pin != null)
                        .forEach(event -> subjects.add(Situation.pinSubject(event)));
                report(
                        one,
                        subjects,
                        0,
                        "%s, but %s, fixed for some of them, cannot give them all."
                                .formatted(demand(one), names(pinned)));
            }
            one.needs().forEach(need -> need.keep(candidates));
        }
        for (OpenEvent event : situation.open()) {
            if (event.needs.size() > 1 && !TimeCheck.staffed(event.needs, person -> true)) {
                Set<String> people = new LinkedHashSet<>();
                event.needs.forEach(need -> people.addAll(need.candidates()));
                int seats = event.needs.stream().mapToInt(need -> need.count).sum();
                event.concede();
                report.add(
                        Family.NO_PERSON,
                        Situation.with(
                                people.stream().map(situation::personSubject).toList(), List.of(event)),
                        seats,
                        seats - 1,
                        "people",
                        "%s needs %s in its roles together, and %s do not suffice."
                                .formatted(
                                        Words.name(event.event), Words.count(seats, "different people"), names(people)),
                        "Let somebody else give %s too.".formatted(Words.name(event.event)));
            }
        }
    }

    /**
     * Strikes out candidates who cannot give a whole series.
     *
     * @return whether anybody was struck out
     */
    boolean viable() {
        boolean changed = false;
        for (Series one : series) {
            if (!one.isOpen()) {
                continue;
            }
            Set<String> candidates = one.candidates();
            Set<String> able = new LinkedHashSet<>();
            Map<String, String> reasons = refused.computeIfAbsent(one, key -> new LinkedHashMap<>());
            for (String person : candidates) {
                String reason = obstacle(one, person);
                if (reason == null) {
                    able.add(person);
                } else {
                    reasons.put(person, reason);
                }
            }
            if (able.size() < candidates.size()) {
                changed = true;
                if (able.size() < one.count() || !able.containsAll(one.pinned())) {
                    List<Subject> subjects = subjects(one, reasons.keySet());
                    report(
                            one,
                            subjects,
                            able.size(),
                            "%s. %s".formatted(demand(one), Phrases.reasons(reasons.values())));
                } else {
                    one.needs().forEach(need -> need.keep(able));
                }
            }
        }
        return changed;
    }

    /** Why a person cannot give a series; null when nothing speaks against it. */
    private @Nullable String obstacle(Series one, String person) {
        List<OpenEvent> events = one.openEvents();
        BitSet usable = new BitSet();
        long needed = 0;
        String name = situation.personSubject(person).name();
        for (OpenEvent event : events) {
            long least = Long.MAX_VALUE;
            for (TimePattern time : event.times()) {
                if (situation.personFree(person, time)) {
                    usable.or(situation.cells.of(time));
                    least = Math.min(least, situation.cells.count(time));
                }
            }
            if (least == Long.MAX_VALUE) {
                return "%s is not available at any time at which %s can be.".formatted(name, Words.name(event.event));
            }
            needed += least;
        }
        List<CalendarConstraint> rules = limits.of(MemberKind.PERSON, person);
        long capacity = limits.capacity(rules, usable);
        if (needed > capacity) {
            return "%s has room for %s of them.".formatted(name, Words.count(capacity, "slot"));
        }
        for (CalendarConstraint constraint : rules) {
            for (OpenEvent event : events) {
                if (event.times().stream()
                        .filter(time -> situation.personFree(person, time))
                        .allMatch(time -> Limits.forbids(constraint.rule(), time))) {
                    return "%s may have %s.".formatted(name, RuleWords.of(constraint));
                }
            }
        }
        return null;
    }

    private List<Subject> subjects(Series one, Set<String> people) {
        List<Subject> subjects = new ArrayList<>();
        people.forEach(person -> subjects.add(situation.personSubject(person)));
        one.openEvents().forEach(event -> subjects.add(Situation.subject(event)));
        one.rules().forEach(rule -> subjects.add(Situation.subject(rule)));
        for (String person : people) {
            limits.of(MemberKind.PERSON, person).forEach(rule -> subjects.add(Situation.subject(rule)));
        }
        return subjects;
    }

    private void report(Series one, List<Subject> subjects, long available, String message) {
        boolean single = one.events().size() == 1;
        List<String> advice = new ArrayList<>();
        advice.add("Let somebody else be %s of %s.".formatted(one.role(), Phrases.events(one.openEvents())));
        if (!single) {
            advice.add("Allow different people for these sessions.");
        }
        advice.add("Give one of the candidates more free time or a higher load.");
        one.openEvents().forEach(OpenEvent::concede);
        report.add(
                Family.NO_PERSON,
                subjects,
                one.count(),
                Math.min(available, one.count() - 1),
                "people",
                message,
                advice.toArray(String[]::new));
    }

    private String demand(Series one) {
        long slots = one.openEvents().stream()
                .mapToLong(event -> event.times().stream()
                        .mapToInt(situation.cells::count)
                        .min()
                        .orElse(0))
                .sum();
        return "%s need%s %d %s for %s%s"
                .formatted(
                        Phrases.events(one.openEvents()),
                        one.events().size() == 1 ? "s" : "",
                        one.count(),
                        one.role(),
                        Words.count(slots, "slot"),
                        one.rules().isEmpty() ? "" : ", the same for all of them");
    }

    private String names(Set<String> people) {
        return Phrases.subjects(people.stream().map(situation::personSubject).toList());
    }
}
