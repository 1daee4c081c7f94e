package org.horarium.bench.timefold;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import ai.timefold.solver.core.impl.solver.DefaultSolver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.RoomOption;
import org.horarium.engine.model.RoomStability;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.model.WorkingDays;

/** Runs Timefold on a curriculum-based course timetabling problem. */
public final class TimefoldCtt {
    private TimefoldCtt() {}

    /**
     * What Timefold found.
     *
     * @param plan its best timetable as a plan of the problem
     * @param movesPerSecond moves it evaluated each second
     */
    public record Outcome(Plan plan, long movesPerSecond) {}

    /**
     * Solves with the solver's default phases, one thread.
     *
     * @param problem made from a {@code .ctt} file: each event has periods of one slot, one teacher, curricula as groups
     * @param limit wall-clock time
     */
    public static Outcome solve(Problem problem, Duration limit) {
        SolverConfig config = new SolverConfig()
                .withSolutionClass(CttTimetable.class)
                .withEntityClasses(Lecture.class)
                .withConstraintProviderClass(CttConstraints.class)
                .withTerminationConfig(new TerminationConfig().withSpentLimit(limit))
                .withRandomSeed(1L);
        DefaultSolver<CttTimetable> solver = (DefaultSolver<CttTimetable>)
                SolverFactory.<CttTimetable>create(config).buildSolver();
        CttTimetable best = solver.solve(timetable(problem));
        return new Outcome(plan(problem, best), solver.getMoveEvaluationSpeed());
    }

    private static CttTimetable timetable(Problem problem) {
        int slots = problem.grid().slotsPerDay();
        List<CttFacts.Period> periods = new ArrayList<>();
        for (int index = 0; index < problem.grid().days() * slots; index++) {
            periods.add(new CttFacts.Period(index, index / slots, index % slots));
        }
        List<CttFacts.Room> rooms = problem.rooms().stream()
                .map(room -> new CttFacts.Room(room.id()))
                .toList();
        Map<String, String> courseOf = new HashMap<>();
        Map<String, Integer> daysOf = new HashMap<>();
        problem.constraints().forEach(constraint -> {
            if (constraint instanceof RoomStability stability) {
                stability.events().forEach(event -> courseOf.put(event, stability.id()));
            } else if (constraint instanceof WorkingDays days) {
                days.events().forEach(event -> daysOf.put(event, days.days()));
            }
        });
        Map<String, CttFacts.Course> courses = new HashMap<>();
        Map<String, Set<String>> curricula = new HashMap<>();
        List<Lecture> lectures = new ArrayList<>();
        for (Event event : problem.events()) {
            String courseId = courseOf.getOrDefault(event.id(), event.id());
            CttFacts.Course course = courses.computeIfAbsent(
                    courseId,
                    id -> new CttFacts.Course(
                            id, event.staff().get(0).candidates().get(0).person(), daysOf.getOrDefault(event.id(), 0)));
            event.groups()
                    .forEach(group -> curricula
                            .computeIfAbsent(group, id -> new HashSet<>())
                            .add(courseId));
            Set<Integer> allowed = new HashSet<>();
            for (TimeOption option : event.times()) {
                allowed.add(period(option.pattern(), slots));
            }
            Map<String, Integer> penalties = new HashMap<>();
            for (RoomOption option : event.rooms()) {
                penalties.put(option.room(), option.penalty());
            }
            lectures.add(new Lecture(event.id(), course, Set.copyOf(event.groups()), allowed, penalties));
        }
        List<CttFacts.Curriculum> facts = curricula.entrySet().stream()
                .map(entry -> new CttFacts.Curriculum(entry.getKey(), entry.getValue()))
                .toList();
        return new CttTimetable(periods, rooms, facts, lectures);
    }

    private static int period(TimePattern pattern, int slots) {
        return Integer.numberOfTrailingZeros(pattern.days()) * slots + pattern.start();
    }

    private static Plan plan(Problem problem, CttTimetable timetable) {
        Map<String, Event> events = new HashMap<>();
        problem.events().forEach(event -> events.put(event.id(), event));
        List<Placement> placements = new ArrayList<>();
        for (Lecture lecture : timetable.lectures()) {
            CttFacts.Period period = lecture.getPeriod();
            CttFacts.Room room = lecture.getRoom();
            Event event = events.get(lecture.id());
            if (period == null || room == null || event == null) {
                continue;
            }
            List<StaffAssignment> staff = event.staff().stream()
                    .map(need -> new StaffAssignment(
                            need.role(), need.candidates().get(0).person()))
                    .toList();
            placements.add(new Placement(
                    lecture.id(), new TimePattern(1, 1 << period.day(), period.slot(), 1), room.id(), staff));
        }
        return new Plan(placements, Map.of());
    }
}
