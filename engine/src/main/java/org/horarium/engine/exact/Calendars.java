package org.horarium.engine.exact;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.horarium.engine.cells.WeekCells;
import org.horarium.engine.exact.Rule.Kind;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarConstraint.MemberKind;
import org.horarium.engine.model.CalendarRule;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.Person;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.text.Words;

/** Rules on the calendars of people and groups, over one week of each kind; costs count every week of the kind. */
final class Calendars {
    private final CpModel model;
    private final Problem problem;
    private final WeekCells cells;
    private final Variables variables;
    private final Costs costs;
    private final Map<String, BoolVar[]> busy = new HashMap<>();
    private final List<String> leftOut = new ArrayList<>();

    Calendars(CpModel model, Problem problem, WeekCells cells, Variables variables, Costs costs) {
        this.model = model;
        this.problem = problem;
        this.cells = cells;
        this.variables = variables;
        this.costs = costs;
    }

    /** What cannot be said here. */
    List<String> leftOut() {
        return leftOut;
    }

    void add(CalendarConstraint constraint) {
        for (String member : constraint.members()) {
            Rule rule = new Rule(Kind.CONSTRAINT, constraint.id(), member);
            if (!costs.matters(constraint.strength(), rule) || !settled(constraint, member)) {
                continue;
            }
            if (constraint.rule() instanceof CalendarRule.MaxChanges max) {
                leftOut.add("changes of %s of %s".formatted(Words.lower(max.place()), member));
                continue;
            }
            BoolVar[] slots = busy(constraint.kind(), member);
            BitSet away = cells.union(unavailable(constraint.kind(), member));
            for (int kind = 0; kind < cells.kinds(); kind++) {
                week(constraint, rule, slots, away, kind);
            }
        }
    }

    /** Rules that may break because an event is missing need all events of the member in the model. */
    private boolean settled(CalendarConstraint constraint, String member) {
        CalendarRule rule = constraint.rule();
        boolean fragile = rule instanceof CalendarRule.MinSlotsPerDay
                || rule instanceof CalendarRule.NoIsolatedSlot
                || rule instanceof CalendarRule.MaxGapsPerDay
                || rule instanceof CalendarRule.MaxGapsPerWeek
                || rule instanceof CalendarRule.EarlyStart;
        return !fragile
                || variables.complete(problem.events().stream()
                        .filter(event -> concerns(event, constraint.kind(), member))
                        .map(Event::id)
                        .toList());
    }

    private static boolean concerns(Event event, MemberKind kind, String member) {
        return kind == MemberKind.GROUP
                ? event.groups().contains(member)
                : event.staff().stream()
                        .flatMap(need -> need.candidates().stream())
                        .map(PersonOption::person)
                        .anyMatch(member::equals);
    }

    private List<TimePattern> unavailable(MemberKind kind, String member) {
        return kind == MemberKind.GROUP
                ? problem.groups().stream()
                        .filter(group -> group.id().equals(member))
                        .map(Group::unavailable)
                        .findFirst()
                        .orElse(List.of())
                : problem.people().stream()
                        .filter(person -> person.id().equals(member))
                        .map(Person::unavailable)
                        .findFirst()
                        .orElse(List.of());
    }

    /** For each cell whether the member is busy then. */
    private BoolVar[] busy(MemberKind kind, String member) {
        return busy.computeIfAbsent(kind + " " + member, key -> {
            List<List<Literal>> uses = new ArrayList<>();
            for (int cell = 0; cell < cells.size(); cell++) {
                uses.add(new ArrayList<>());
            }
            Kind clash = kind == MemberKind.GROUP ? Kind.GROUP_CLASH : Kind.PERSON_CLASH;
            for (Clashes.Use use : Clashes.uses(variables, clash, member)) {
                cells.of(use.time()).stream().forEach(cell -> uses.get(cell).add(use.chosen()));
            }
            BoolVar[] slots = new BoolVar[cells.size()];
            for (int cell = 0; cell < slots.length; cell++) {
                slots[cell] = any(uses.get(cell));
            }
            return slots;
        });
    }

    /** True exactly when any of some literals is. */
    private BoolVar any(List<? extends Literal> literals) {
        BoolVar any = model.newBoolVar("");
        List<Literal> clause = new ArrayList<>(literals);
        clause.add(any.not());
        model.addBoolOr(clause);
        literals.forEach(literal -> model.addImplication(literal, any));
        return any;
    }

    private void week(CalendarConstraint constraint, Rule rule, BoolVar[] slots, BitSet away, int kind) {
        Strength strength = constraint.strength();
        long weeks = Long.bitCount(cells.weeks(kind));
        CalendarRule what = constraint.rule();
        LinearExprBuilder week = LinearExpr.newBuilder();
        for (int day = 0; day < cells.days(); day++) {
            BoolVar[] today = today(slots, kind, day);
            BitSet closed = away.get(cells.first(kind, day), cells.first(kind, day) + cells.slots());
            if (what instanceof CalendarRule.MaxSlotsPerDay max) {
                costs.atMost(LinearExpr.sum(today), max.slots(), strength, weeks, rule);
            } else if (what instanceof CalendarRule.MaxSlotsPerWeek) {
                week.add(LinearExpr.sum(today));
            } else if (what instanceof CalendarRule.MaxDaysPerWeek) {
                week.add(any(List.of(today)));
            } else if (what instanceof CalendarRule.IntervalMaxDays max) {
                List<BoolVar> within =
                        List.of(today).subList(Math.min(max.from(), today.length), Math.min(max.to(), today.length));
                week.add(any(within));
            } else if (what instanceof CalendarRule.MinSlotsPerDay min) {
                costs.atLeast(
                        LinearExpr.sum(today),
                        min.emptyDaysAllowed()
                                ? LinearExpr.term(any(List.of(today)), min.slots())
                                : LinearExpr.constant(min.slots()),
                        strength,
                        weeks,
                        rule);
            } else if (what instanceof CalendarRule.MaxGapsPerDay max) {
                costs.atMost(gaps(today, closed), max.gaps(), strength, weeks, rule);
            } else if (what instanceof CalendarRule.MaxGapsPerWeek) {
                week.add(gaps(today, closed));
            } else if (what instanceof CalendarRule.MaxConsecutive max) {
                runs(today, max.slots(), strength, weeks, rule);
            } else if (what instanceof CalendarRule.MaxSpanPerDay max) {
                costs.atMost(span(today), max.slots(), strength, weeks, rule);
            } else if (what instanceof CalendarRule.NoIsolatedSlot) {
                isolated(today, strength, weeks, rule);
            } else if (what instanceof CalendarRule.EarlyStart) {
                List<BoolVar> free = freeBefore(today, closed);
                costs.atMost(LinearExpr.sum(free.toArray(BoolVar[]::new)), 1, strength, weeks, rule);
                week.add(any(free));
            } else if (what instanceof CalendarRule.MinRest min) {
                rest(constraint, rule, today, slots, kind, day, min.slots());
            }
        }
        if (what instanceof CalendarRule.MaxSlotsPerWeek max) {
            costs.atMost(week, max.slots(), strength, weeks, rule);
        } else if (what instanceof CalendarRule.MaxDaysPerWeek max) {
            costs.atMost(week, max.days(), strength, weeks, rule);
        } else if (what instanceof CalendarRule.IntervalMaxDays max) {
            costs.atMost(week, max.days(), strength, weeks, rule);
        } else if (what instanceof CalendarRule.MaxGapsPerWeek max) {
            costs.atMost(week, max.gaps(), strength, weeks, rule);
        } else if (what instanceof CalendarRule.EarlyStart early) {
            costs.atMost(week, early.lateDays(), strength, weeks, rule);
        }
    }

    /** For each slot that is not closed whether it is free and before the first busy one of a day that has any. */
    private List<BoolVar> freeBefore(BoolVar[] today, BitSet closed) {
        List<BoolVar> free = new ArrayList<>();
        for (int slot = 0; slot + 1 < today.length; slot++) {
            if (!closed.get(slot)) {
                BoolVar before = model.newBoolVar("");
                BoolVar begun = any(List.of(today).subList(0, slot + 1));
                BoolVar later = any(List.of(today).subList(slot + 1, today.length));
                model.addBoolOr(new Literal[] {begun, later.not(), before});
                free.add(before);
            }
        }
        return free;
    }

    private BoolVar[] today(BoolVar[] slots, int kind, int day) {
        BoolVar[] today = new BoolVar[cells.slots()];
        System.arraycopy(slots, cells.first(kind, day), today, 0, today.length);
        return today;
    }

    /** Number of slots between busy ones that are neither busy nor closed. */
    private LinearExprBuilder gaps(BoolVar[] today, BitSet closed) {
        LinearExprBuilder gaps = LinearExpr.newBuilder();
        for (int slot = 1; slot + 1 < today.length; slot++) {
            if (!closed.get(slot)) {
                BoolVar gap = model.newBoolVar("");
                BoolVar before = any(List.of(today).subList(0, slot));
                BoolVar after = any(List.of(today).subList(slot + 1, today.length));
                model.addBoolOr(new Literal[] {before.not(), after.not(), today[slot], gap});
                gaps.add(gap);
            }
        }
        return gaps;
    }

    /** A slot above the limit for each stretch of limit + 1 busy slots. */
    private void runs(BoolVar[] today, int limit, Strength strength, long weeks, Rule rule) {
        for (int start = 0; start + limit < today.length; start++) {
            BoolVar tooLong = model.newBoolVar("");
            List<Literal> clause = new ArrayList<>(List.of(tooLong));
            for (int slot = start; slot <= start + limit; slot++) {
                clause.add(today[slot].not());
            }
            model.addBoolOr(clause);
            costs.avoid(tooLong, strength, weeks, rule);
        }
    }

    /** Slots from the first to the last busy one: those that are busy or have busy ones on both sides. */
    private LinearExprBuilder span(BoolVar[] today) {
        LinearExprBuilder span = LinearExpr.newBuilder();
        for (int slot = 0; slot < today.length; slot++) {
            BoolVar inside = model.newBoolVar("");
            BoolVar until = any(List.of(today).subList(0, slot + 1));
            BoolVar from = any(List.of(today).subList(slot, today.length));
            model.addBoolOr(new Literal[] {until.not(), from.not(), inside});
            span.add(inside);
        }
        return span;
    }

    private void isolated(BoolVar[] today, Strength strength, long weeks, Rule rule) {
        for (int slot = 0; slot < today.length; slot++) {
            BoolVar alone = model.newBoolVar("");
            List<Literal> clause = new ArrayList<>(List.of(alone, today[slot].not()));
            if (slot > 0) {
                clause.add(today[slot - 1]);
            }
            if (slot + 1 < today.length) {
                clause.add(today[slot + 1]);
            }
            model.addBoolOr(clause);
            costs.avoid(alone, strength, weeks, rule);
        }
    }

    private void rest(
            CalendarConstraint constraint, Rule rule, BoolVar[] today, BoolVar[] slots, int kind, int day, int least) {
        if (day + 1 >= cells.days()) {
            return;
        }
        if (constraint.strength() instanceof Strength.Soft) {
            if (kind == 0 && day == 0) {
                leftOut.add("soft overnight rest of " + rule.part());
            }
            return;
        }
        BoolVar[] tomorrow = today(slots, kind, day + 1);
        for (int last = 0; last < today.length; last++) {
            for (int first = 0; first < tomorrow.length; first++) {
                if (today.length - 1 - last + first < least) {
                    BoolVar tooShort = model.newBoolVar("");
                    model.addBoolOr(new Literal[] {today[last].not(), tomorrow[first].not(), tooShort});
                    costs.avoid(tooShort, constraint.strength(), 1, rule);
                }
            }
        }
    }
}
