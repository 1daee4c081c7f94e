package org.horarium.engine.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarConstraint.MemberKind;
import org.horarium.engine.model.CalendarRule;
import org.horarium.engine.model.CalendarRule.MaxChanges;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.TimePattern;

/** Changes of room and building, from each member's events of each day of each week. */
final class FullRoutes {
    private final State state;
    private final CompiledProblem compiled;

    FullRoutes(State state) {
        this.state = state;
        this.compiled = state.compiled();
    }

    long units(CalendarConstraint constraint, MaxChanges rule) {
        Grid grid = compiled.problem.grid();
        long sum = 0;
        for (String member : constraint.members()) {
            List<Integer> events = events(constraint.kind(), member);
            for (int week = 0; week < grid.weeks(); week++) {
                long changes = 0;
                for (int day = 0; day < grid.days(); day++) {
                    long today = changes(rule.place(), events, week, day);
                    changes += today;
                    sum += rule.period() == CalendarRule.Period.DAY ? Math.max(0, today - rule.changes()) : 0;
                }
                sum += rule.period() == CalendarRule.Period.WEEK ? Math.max(0, changes - rule.changes()) : 0;
            }
        }
        return sum;
    }

    private List<Integer> events(MemberKind kind, String member) {
        List<Integer> events = new ArrayList<>();
        for (int e = 0; e < compiled.events.count(); e++) {
            if (state.isPlaced(e)
                    && (kind == MemberKind.GROUP
                            ? compiled.event(e).groups().contains(member)
                            : isGivenBy(e, member))) {
                events.add(e);
            }
        }
        return events;
    }

    private boolean isGivenBy(int event, String member) {
        for (int seat : compiled.staff.seatsOfEvent()[event]) {
            if (state.person(seat) >= 0
                    && compiled.problem.people().get(state.person(seat)).id().equals(member)) {
                return true;
            }
        }
        return false;
    }

    private long changes(CalendarRule.Place place, List<Integer> events, int week, int day) {
        List<String> stops = events.stream()
                .filter(event -> state.room(event) >= 0)
                .filter(event ->
                        (at(event).weeks() >> week & 1) != 0 && (at(event).days() >> day & 1) != 0)
                .sorted(Comparator.comparingInt(event -> at(event).start()))
                .map(event -> compiled.problem.rooms().get(state.room(event)))
                .map(room -> place == CalendarRule.Place.ROOM ? room.id() : room.building())
                .filter(Objects::nonNull)
                .toList();
        long changes = 0;
        for (int i = 1; i < stops.size(); i++) {
            changes += stops.get(i).equals(stops.get(i - 1)) ? 0 : 1;
        }
        return changes;
    }

    private TimePattern at(int event) {
        return compiled.patterns.record(state.pattern(event));
    }
}
