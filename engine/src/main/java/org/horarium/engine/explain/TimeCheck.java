package org.horarium.engine.explain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.horarium.engine.explain.Impossibility.Family;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarConstraint.MemberKind;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.text.RuleWords;
import org.horarium.engine.text.Words;

/** Takes away from each event the times at which its groups, rooms or people cannot come; reports events left without. */
final class TimeCheck {
    private static final int NAMED = 6;

    private final Situation situation;
    private final Limits limits;
    private final Report report;

    TimeCheck(Situation situation, Limits limits, Report report) {
        this.situation = situation;
        this.limits = limits;
        this.report = report;
    }

    /** Events that need a room and have no candidate; then all that groups and rooms exclude. */
    void groupsAndRooms() {
        for (OpenEvent event : situation.open()) {
            if (event.inRoom && event.rooms.isEmpty()) {
                String name = Words.name(event.event);
                event.concede();
                report.add(
                        Family.NO_ROOM,
                        List.of(Situation.subject(event)),
                        1,
                        0,
                        "rooms",
                        name + " needs a room, and no room has the type, the seats and the equipment for it.",
                        "Add a room that fits, or ask for less: another type, a smaller group, less equipment.");
                continue;
            }
            for (String group : event.event.groups()) {
                List<TimePattern> unavailable = situation.group(group).unavailable();
                Subject subject = situation.groupSubject(group);
                exclude(event, unavailable, subject);
                rules(event, MemberKind.GROUP, group, subject);
            }
            if (event.inRoom) {
                event.exclude(
                        time -> event.rooms.stream().noneMatch(room -> situation.roomFree(room, time)), rooms(event));
            }
        }
        reportEmpty();
    }

    /**
     * All that people exclude.
     *
     * @return whether any time was taken away
     */
    boolean people() {
        boolean changed = false;
        for (OpenEvent event : situation.open()) {
            for (String person : event.forced()) {
                Subject subject = situation.personSubject(person);
                changed |= exclude(event, situation.person(person).unavailable(), subject);
                changed |= rules(event, MemberKind.PERSON, person, subject);
            }
            for (OpenNeed need : event.needs) {
                if (need.candidates().size() > need.count) {
                    changed |= event.exclude(
                            time -> need.candidates().stream()
                                            .filter(person -> situation.personFree(person, time))
                                            .limit(need.count)
                                            .count()
                                    < need.count,
                            people(List.of(need)));
                }
            }
            if (overlap(event.needs)) {
                changed |= event.exclude(time -> !canBeStaffed(event, time), people(event.needs));
            }
        }
        return reportEmpty() | changed;
    }

    private boolean exclude(OpenEvent event, List<TimePattern> unavailable, Subject subject) {
        return !unavailable.isEmpty()
                && event.exclude(
                        time -> !Situation.free(unavailable, time),
                        new Cause(
                                List.of(subject),
                                subject.name() + " is unavailable",
                                "Make %s available at one of these times.".formatted(subject.name())));
    }

    private boolean rules(OpenEvent event, MemberKind kind, String member, Subject subject) {
        boolean changed = false;
        for (CalendarConstraint constraint : limits.of(kind, member)) {
            changed |= event.exclude(
                    time -> Limits.forbids(constraint.rule(), time),
                    new Cause(
                            List.of(Situation.subject(constraint), subject),
                            "%s may have %s".formatted(subject.name(), RuleWords.of(constraint)),
                            "Relax the limit of %s: %s.".formatted(subject.name(), RuleWords.of(constraint))));
        }
        return changed;
    }

    private Cause rooms(OpenEvent event) {
        List<Subject> rooms = event.rooms.stream().map(situation::roomSubject).toList();
        String text = rooms.size() == 1
                ? "room %s is unavailable".formatted(rooms.get(0).name())
                : "none of its rooms (%s) is available".formatted(Phrases.subjects(rooms));
        return new Cause(
                rooms.size() <= NAMED ? rooms : List.of(),
                text,
                "Make one of its rooms available at one of these times.");
    }

    private Cause people(List<OpenNeed> needs) {
        Set<Subject> people = new LinkedHashSet<>();
        int count = 0;
        for (OpenNeed need : needs) {
            need.candidates().forEach(person -> people.add(situation.personSubject(person)));
            count += need.count;
        }
        List<Subject> named = List.copyOf(people);
        return new Cause(
                named.size() <= NAMED ? named : List.of(),
                "fewer than %s of %s are available".formatted(count, Phrases.subjects(named)),
                "Let somebody else give it too, or make one of them available at one of these times.");
    }

    private static boolean overlap(List<OpenNeed> needs) {
        Set<String> seen = new HashSet<>();
        return needs.size() > 1
                && needs.stream().anyMatch(need -> need.candidates().stream().anyMatch(person -> !seen.add(person)));
    }

    private boolean canBeStaffed(OpenEvent event, TimePattern time) {
        return staffed(event.needs, person -> situation.personFree(person, time));
    }

    /** Whether all seats of some needs can be filled with different people who pass a test. */
    static boolean staffed(List<OpenNeed> needs, Predicate<String> able) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<BitSet> seats = new ArrayList<>();
        for (OpenNeed need : needs) {
            BitSet choices = new BitSet();
            for (String person : need.candidates()) {
                if (able.test(person)) {
                    choices.set(numbers.computeIfAbsent(person, id -> numbers.size()));
                }
            }
            for (int i = 0; i < need.count; i++) {
                seats.add(choices);
            }
        }
        return Matching.size(seats) == seats.size();
    }

    /** Reports the events without a time that have not been reported; returns whether there are any. */
    boolean reportEmpty() {
        boolean any = false;
        for (OpenEvent event : situation.open()) {
            if (event.times().isEmpty()) {
                any = true;
                event.concede();
                report(event);
            }
        }
        return any;
    }

    private void report(OpenEvent event) {
        String name = Words.name(event.event);
        Map<Cause, Integer> reasons = fewest(event.causes());
        List<Subject> subjects = new ArrayList<>();
        subjects.add(Situation.subject(event));
        if (event.pin != null) {
            subjects.add(Situation.pinSubject(event));
        }
        List<String> parts = new ArrayList<>();
        List<String> advice = new ArrayList<>();
        reasons.forEach((cause, times) -> {
            subjects.addAll(cause.subjects());
            parts.add("on %d %s".formatted(times, cause.text()));
            advice.add(cause.advice());
        });
        int total = event.causes().size();
        String message = total == 0
                ? name + " has no possible time."
                : "%s has no time left: of its %s, %s."
                        .formatted(name, Words.count(total, "possible time"), Words.list(parts));
        if (event.timePinned()) {
            advice.add("Remove the pin of %s or move it.".formatted(name));
        }
        advice.add("Give %s more possible times.".formatted(name));
        report.add(Family.NO_TIME, subjects, 1, 0, "times", message, advice.toArray(String[]::new));
    }

    /** A small set of causes that excludes all times, with the times each adds: always the one that adds most. */
    private static Map<Cause, Integer> fewest(Map<TimePattern, Set<Cause>> causes) {
        Map<Cause, Integer> chosen = new LinkedHashMap<>();
        List<Set<Cause>> open = new ArrayList<>(causes.values());
        while (!open.isEmpty()) {
            Map<Cause, Integer> counts = new LinkedHashMap<>();
            open.forEach(set -> set.forEach(cause -> counts.merge(cause, 1, Integer::sum)));
            Cause best = counts.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey();
            chosen.put(best, counts.getOrDefault(best, 0));
            open.removeIf(set -> set.contains(best));
        }
        return chosen;
    }
}
