package org.horarium.engine.explain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.engine.explain.Impossibility.Family;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarConstraint.MemberKind;
import org.horarium.engine.model.CalendarRule;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.Person;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.text.RuleWords;
import org.horarium.engine.text.Words;

/** Loads against the limits of people and groups, and limits against each other. */
final class LimitCheck {
    private final Situation situation;
    private final Limits limits;
    private final Report report;

    LimitCheck(Situation situation, Limits limits, Report report) {
        this.situation = situation;
        this.limits = limits;
        this.report = report;
    }

    void run() {
        Map<String, List<OpenEvent>> forced = situation.forced();
        for (Person person : situation.problem.people()) {
            member(
                    MemberKind.PERSON,
                    person.id(),
                    situation.person(person),
                    forced.getOrDefault(person.id(), List.of()),
                    person.unavailable());
        }
        for (Group group : situation.problem.groups()) {
            member(
                    MemberKind.GROUP,
                    group.id(),
                    situation.groupSubject(group.id()),
                    situation.ofGroup(group.id()),
                    group.unavailable());
        }
    }

    private void member(
            MemberKind kind, String id, Subject subject, List<OpenEvent> events, List<TimePattern> unavailable) {
        List<CalendarConstraint> rules = limits.of(kind, id);
        if (rules.isEmpty()) {
            return;
        }
        BitSet free = situation.cells.without(unavailable);
        if (!contradiction(subject, rules, events, free)) {
            load(subject, rules, events);
            least(subject, rules, kind, id, events);
        }
    }

    /** A smallest load of a day above the largest. */
    private boolean contradiction(
            Subject subject, List<CalendarConstraint> rules, List<OpenEvent> events, BitSet free) {
        for (CalendarConstraint rule : rules) {
            if (!(rule.rule() instanceof CalendarRule.MinSlotsPerDay min)
                    || (min.emptyDaysAllowed() && events.isEmpty())) {
                continue;
            }
            for (CalendarConstraint other : rules) {
                long most = mostOfDay(other, free);
                if (most < min.slots()) {
                    report.add(
                            Family.LOAD_LIMIT,
                            List.of(subject, Situation.subject(rule), Situation.subject(other)),
                            min.slots(),
                            most,
                            "slots",
                            "%s may have %s, but also %s."
                                    .formatted(subject.name(), RuleWords.of(rule), RuleWords.of(other)),
                            "Lower the first limit or raise the second.");
                    return true;
                }
            }
        }
        return false;
    }

    /** The largest load that a rule and the free slots leave to any day. */
    private long mostOfDay(CalendarConstraint rule, BitSet free) {
        if (rule.rule() instanceof CalendarRule.MaxDaysPerWeek) {
            return Long.MAX_VALUE;
        }
        long most = 0;
        for (int kind = 0; kind < situation.cells.kinds(); kind++) {
            for (int day = 0; day < situation.cells.days(); day++) {
                BitSet one = new BitSet();
                int first = situation.cells.first(kind, day);
                one.set(first, first + situation.cells.slots());
                one.and(free);
                most = Math.max(most, limits.capacity(List.of(rule), one, kind));
            }
        }
        return most;
    }

    /** More than the limits allow, in one kind of week, of what would fit without them. */
    private void load(Subject subject, List<CalendarConstraint> rules, List<OpenEvent> events) {
        for (int kind = 0; kind < situation.cells.kinds(); kind++) {
            long needed = 0;
            List<OpenEvent> counted = new ArrayList<>();
            Set<TimePattern> times = new LinkedHashSet<>();
            for (OpenEvent event : events) {
                long least = least(event, kind);
                needed += least;
                if (least > 0) {
                    counted.add(event);
                    times.addAll(event.times());
                }
            }
            BitSet usable = situation.cells.union(times);
            long capacity = limits.capacity(rules, usable, kind);
            boolean fitsOtherwise = needed <= limits.capacity(List.of(), usable, kind);
            if (needed > capacity && fitsOtherwise) {
                List<CalendarConstraint> binding = limits.binding(rules, usable, kind, needed);
                List<Subject> subjects = new ArrayList<>(List.of(subject));
                binding.forEach(rule -> subjects.add(Situation.subject(rule)));
                boolean person = subject.kind() == Subject.Kind.PERSON;
                report.add(
                        Family.LOAD_LIMIT,
                        Situation.with(subjects, counted),
                        needed,
                        capacity,
                        "slots",
                        "%s has %s in a week%s (%s), but may have %s, which leaves room for %d."
                                .formatted(
                                        subject.name(),
                                        Words.count(needed, "slot"),
                                        person ? " that nobody else can give" : "",
                                        Phrases.events(counted),
                                        Words.list(binding.stream()
                                                .map(RuleWords::of)
                                                .toList()),
                                        capacity),
                        "Raise the limit of %s: %s."
                                .formatted(
                                        subject.name(),
                                        Words.list(binding.stream()
                                                .map(RuleWords::of)
                                                .toList())),
                        person ? "Let somebody else give one of these events." : "Have fewer events of the group.");
                return;
            }
        }
    }

    private int least(OpenEvent event, int kind) {
        return event.times().stream()
                .mapToInt(time -> situation.cells.meets(time, kind) ? time.length() * Integer.bitCount(time.days()) : 0)
                .min()
                .orElse(0);
    }

    private int most(OpenEvent event, int kind) {
        return event.times().stream()
                .mapToInt(time -> situation.cells.meets(time, kind) ? time.length() * Integer.bitCount(time.days()) : 0)
                .max()
                .orElse(0);
    }

    /** A smallest load of every day that all events together do not give. */
    private void least(
            Subject subject, List<CalendarConstraint> rules, MemberKind kind, String id, List<OpenEvent> forced) {
        List<OpenEvent> possible = kind == MemberKind.GROUP
                ? forced
                : situation.open().stream()
                        .filter(event -> event.needs.stream()
                                .anyMatch(need -> need.candidates().contains(id)))
                        .toList();
        boolean anyConceded = situation.problem.events().stream()
                .anyMatch(event -> situation.event(event.id()).conceded());
        if (anyConceded) {
            return;
        }
        for (CalendarConstraint rule : rules) {
            if (rule.rule() instanceof CalendarRule.MinSlotsPerDay min) {
                for (int week = 0; week < situation.cells.kinds(); week++) {
                    long most = 0;
                    long least = 0;
                    for (OpenEvent event : possible) {
                        most += most(event, week);
                    }
                    for (OpenEvent event : forced) {
                        least += least(event, week);
                    }
                    long needed = min.emptyDaysAllowed()
                            ? (least > 0 ? min.slots() : 0)
                            : (long) min.slots() * situation.cells.days();
                    if (needed > most) {
                        report.add(
                                Family.LOAD_LIMIT,
                                Situation.with(List.of(subject, Situation.subject(rule)), possible),
                                needed,
                                most,
                                "slots",
                                "%s must have %s, %s in a week, but all the events together have %s."
                                        .formatted(
                                                subject.name(),
                                                RuleWords.of(rule),
                                                Words.count(needed, "slot"),
                                                Words.count(most, "slot")),
                                "Lower the limit of %s: %s.".formatted(subject.name(), RuleWords.of(rule)));
                        return;
                    }
                }
            }
        }
    }
}
