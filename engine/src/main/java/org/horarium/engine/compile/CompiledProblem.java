package org.horarium.engine.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.TimePattern;

/** A problem as arrays. Immutable by convention: nobody writes into the arrays after {@link #compile}. */
public final class CompiledProblem {
    /** What was compiled. */
    public final Problem problem;

    /** Weeks, days and slots. */
    public final TimeAxis axis;

    /** All times that occur. */
    public final Patterns patterns;

    /** All rules that can be violated. */
    public final RuleTable rules;

    /** Events and their options. */
    public final EventTable events;

    /** Staff needs. */
    public final StaffTable staff;

    /** Rooms: unavailability and walking times. */
    public final RoomTable rooms;

    /** Bits of unavailable slots, {@code [person * cells + cell]}. */
    public final long[] personUnavailable;

    /** Bits of unavailable slots, {@code [group * cells + cell]}. */
    public final long[] groupUnavailable;

    /** Students and courses. */
    public final StudentTable students;

    /** Constraints. */
    public final ConstraintTables constraints;

    /** Where events were before. */
    public final ChangeTable changes;

    private CompiledProblem(Problem problem, boolean keepHopeless) {
        this.problem = problem;
        axis = new TimeAxis(
                problem.grid().weeks(),
                problem.grid().days(),
                problem.grid().slotsPerDay(),
                WeekClasses.of(
                        problem.grid().allWeeks(),
                        Stream.concat(allPatterns(problem).stream(), selectedTimes(problem))
                                .map(TimePattern::weeks)
                                .distinct()
                                .toList()));
        patterns = Patterns.of(allPatterns(problem), axis, RoomTable.longestWalk(problem));
        rules = new RuleTable(problem);
        Unavailability unavailability = new Unavailability(axis, patterns, problem);
        personUnavailable = unavailability.people;
        groupUnavailable = unavailability.groups;
        rooms = new RoomTable(problem, unavailability.rooms);
        Numbers numbers = new Numbers(problem, patterns);
        staff = new StaffCompiler(problem, numbers).compile();
        events = new EventCompiler(this, numbers, keepHopeless).compile();
        students = new StudentTable(problem, numbers);
        constraints = new ConstraintTables(problem, numbers, axis, rules, staff);
        changes = new ChangeTable(problem, patterns, events, staff);
    }

    /** Compiles a problem. */
    public static CompiledProblem compile(Problem problem) {
        return new CompiledProblem(problem, false);
    }

    /** The same with all times, also those at which somebody indispensable is unavailable: a planner may ask about them. */
    public static CompiledProblem compileForEditing(Problem problem) {
        return new CompiledProblem(problem, true);
    }

    /** The record of an event. */
    public Event event(int event) {
        return problem.events().get(event);
    }

    /** What no plan can do: events that can have no place at all, and students for whom no classes of a course go together. */
    public int impossible() {
        int count = students.impossible;
        for (String reason : events.impossible()) {
            count += reason == null ? 0 : 1;
        }
        return count;
    }

    /** Times that rules select. No event need ever be there, so they are no patterns, but weeks are told apart by them. */
    private static Stream<TimePattern> selectedTimes(Problem problem) {
        return problem.constraints().stream()
                .filter(Distribution.class::isInstance)
                .flatMap(constraint -> DistributionRule.timesOf(((Distribution) constraint).rule()).stream());
    }

    private static List<TimePattern> allPatterns(Problem problem) {
        List<TimePattern> all = new ArrayList<>();
        problem.events().forEach(event -> event.times().forEach(option -> all.add(option.pattern())));
        problem.pins().forEach(pin -> {
            if (pin.time() != null) {
                all.add(pin.time());
            }
        });
        problem.rooms().forEach(room -> all.addAll(room.unavailable()));
        problem.people().forEach(person -> all.addAll(person.unavailable()));
        problem.groups().forEach(group -> all.addAll(group.unavailable()));
        return all;
    }
}
