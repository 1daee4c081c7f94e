package org.horarium.engine.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarConstraint.MemberKind;
import org.horarium.engine.model.CalendarRule;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.Person;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.text.Words;

/** Rules on the calendar of each person or group: gaps, long days, rest. Equal faults of several weeks are told once. */
final class CalendarChecks {
    private final PlanIndex index;
    private final CalendarConstraint constraint;
    private final Grid grid;

    CalendarChecks(PlanIndex index, CalendarConstraint constraint) {
        this.index = index;
        this.constraint = constraint;
        this.grid = index.problem.grid();
    }

    List<Breach> breaches() {
        List<Breach> breaches = new ArrayList<>();
        for (String member : constraint.members()) {
            if (constraint.kind() == MemberKind.GROUP) {
                Group group = Objects.requireNonNull(index.groups.get(member));
                String name = "Group " + Words.name(member, group.name());
                breaches.addAll(ofMember(name, index.ofGroup(member), group.unavailable()));
            } else {
                Person person = Objects.requireNonNull(index.people.get(member));
                breaches.addAll(
                        ofMember(Words.name(member, person.name()), index.ofPerson(member), person.unavailable()));
            }
        }
        return breaches;
    }

    private List<Breach> ofMember(String name, List<Placed> events, List<TimePattern> unavailable) {
        Map<Fault, Long> weeksOf = new LinkedHashMap<>();
        for (int week = 0; week < grid.weeks(); week++) {
            for (Fault fault : faults(week, events, unavailable)) {
                weeksOf.merge(fault, 1L << week, (a, b) -> a | b);
            }
        }
        List<Breach> breaches = new ArrayList<>();
        weeksOf.forEach((fault, weeks) -> breaches.add(new Breach(
                events.stream().map(Placed::id).toList(),
                (long) fault.units * Long.bitCount(weeks),
                name + ": " + fault.message + index.words.inWeeks(weeks))));
        return breaches;
    }

    private List<Fault> faults(int number, List<Placed> events, List<TimePattern> unavailable) {
        if (constraint.rule() instanceof CalendarRule.MaxChanges max) {
            return changes(max, number, events);
        }
        return faults(new MemberWeek(grid, number, events, unavailable));
    }

    private List<Fault> changes(CalendarRule.MaxChanges max, int week, List<Placed> events) {
        List<Fault> faults = new ArrayList<>();
        RouteWeek route = new RouteWeek(index, max.place(), week, events);
        String of = " of " + Words.lower(max.place());
        for (int day = 0; day < grid.days() && max.period() == CalendarRule.Period.DAY; day++) {
            int changes = route.changes(day);
            add(
                    faults,
                    changes - max.changes(),
                    "%s%s on %s, at most %d"
                            .formatted(Words.count(changes, "change"), of, index.words.day(day), max.changes()));
        }
        if (max.period() == CalendarRule.Period.WEEK) {
            int changes = route.changes();
            add(
                    faults,
                    changes - max.changes(),
                    "%s%s in a week, at most %d".formatted(Words.count(changes, "change"), of, max.changes()));
        }
        return faults;
    }

    private List<Fault> faults(MemberWeek week) {
        CalendarRule rule = constraint.rule();
        List<Fault> faults = new ArrayList<>();
        if (rule instanceof CalendarRule.MaxGapsPerWeek max) {
            int gaps = 0;
            for (int day = 0; day < week.days(); day++) {
                gaps += week.gaps(day);
            }
            add(faults, gaps - max.gaps(), Words.count(gaps, "gap") + " in a week, at most " + max.gaps());
        } else if (rule instanceof CalendarRule.MaxSlotsPerWeek max) {
            int load = week.load();
            add(faults, load - max.slots(), Words.count(load, "slot") + " in a week, at most " + max.slots());
        } else if (rule instanceof CalendarRule.MaxDaysPerWeek max) {
            int days = week.busyDays();
            add(faults, days - max.days(), Words.count(days, "day") + " in a week, at most " + max.days());
        } else if (rule instanceof CalendarRule.IntervalMaxDays max) {
            int days = 0;
            for (int day = 0; day < week.days(); day++) {
                days += week.busyWithin(day, max.from(), max.to()) ? 1 : 0;
            }
            add(
                    faults,
                    days - max.days(),
                    "busy in %s on %s, at most %d"
                            .formatted(index.words.slots(max.from(), max.to()), Words.count(days, "day"), max.days()));
        } else if (rule instanceof CalendarRule.EarlyStart early) {
            earlyStart(early.lateDays(), week, faults);
        } else {
            for (int day = 0; day < week.days(); day++) {
                ofDay(rule, week, day, faults);
            }
        }
        return faults;
    }

    private void earlyStart(int lateDays, MemberWeek week, List<Fault> faults) {
        int late = 0;
        for (int day = 0; day < week.days(); day++) {
            int free = week.freeBefore(day);
            late += free > 0 ? 1 : 0;
            add(
                    faults,
                    free - 1,
                    "%s begins after %s, at most 1".formatted(index.words.day(day), Words.count(free, "free slot")));
        }
        add(
                faults,
                late - lateDays,
                "%s in a week begin late, at most %d".formatted(Words.count(late, "day"), lateDays));
    }

    private void ofDay(CalendarRule rule, MemberWeek week, int day, List<Fault> faults) {
        String on = " on " + index.words.day(day);
        int load = week.load(day);
        if (rule instanceof CalendarRule.MaxGapsPerDay max) {
            int gaps = week.gaps(day);
            add(faults, gaps - max.gaps(), Words.count(gaps, "gap") + on + ", at most " + max.gaps());
        } else if (rule instanceof CalendarRule.MinSlotsPerDay min) {
            if (load > 0 || !min.emptyDaysAllowed()) {
                add(faults, min.slots() - load, Words.count(load, "slot") + on + ", at least " + min.slots());
            }
        } else if (rule instanceof CalendarRule.MaxSlotsPerDay max) {
            add(faults, load - max.slots(), Words.count(load, "slot") + on + ", at most " + max.slots());
        } else if (rule instanceof CalendarRule.MaxConsecutive max) {
            int above = week.slotsAbove(day, max.slots());
            add(
                    faults,
                    above,
                    "%s too many without a pause%s, at most %d".formatted(Words.count(above, "slot"), on, max.slots()));
        } else if (rule instanceof CalendarRule.MaxSpanPerDay max) {
            int span = load == 0 ? 0 : week.last(day) - week.first(day) + 1;
            add(
                    faults,
                    span - max.slots(),
                    Words.count(span, "slot") + " from first to last" + on + ", at most " + max.slots());
        } else if (rule instanceof CalendarRule.MinRest min) {
            if (day + 1 < week.days() && load > 0 && week.load(day + 1) > 0) {
                int rest = grid.slotsPerDay() - 1 - week.last(day) + week.first(day + 1);
                add(
                        faults,
                        min.slots() - rest,
                        "%s of rest after %s, at least %d"
                                .formatted(Words.count(rest, "slot"), index.words.day(day), min.slots()));
            }
        } else if (rule instanceof CalendarRule.NoIsolatedSlot) {
            int isolated = week.isolated(day);
            add(faults, isolated, Words.count(isolated, "isolated slot") + on);
        } else {
            throw new IllegalStateException("The verifier has no check for the rule %s.".formatted(rule));
        }
    }

    private static void add(List<Fault> faults, int units, String message) {
        if (units > 0) {
            faults.add(new Fault(units, message));
        }
    }

    /** What is wrong in one week, in words that do not name the week. */
    private record Fault(int units, String message) {}
}
