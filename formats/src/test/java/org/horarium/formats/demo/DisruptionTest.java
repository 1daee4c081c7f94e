package org.horarium.formats.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.solve.Effort;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.solve.Solver;
import org.horarium.engine.solve.SolverOptions;
import org.horarium.engine.solve.StopSignal;
import org.horarium.engine.variant.Repair;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Personnel;
import org.horarium.formats.college.Room;
import org.horarium.formats.college.WeeklyTime;
import org.horarium.formats.college.problem.CollegeProblem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The college demo after something has happened: everything has a place again, and few events move. Work limits the search, no clock does. */
class DisruptionTest {
    private static final Duration PLENTY = Duration.ofSeconds(300);
    private static final College COLLEGE = DemoCollege.of(DemoCollege.Size.COLLEGE);
    private static Plan before = Plan.EMPTY;

    @BeforeAll
    static void plan() {
        Solution solution = Solver.standard()
                .solve(CollegeProblem.of(COLLEGE).problem(), work(100_000_000), event -> {}, new StopSignal());
        assertThat(solution.verdict().violations()).isEmpty();
        before = solution.plan();
    }

    private static SolverOptions work(long steps) {
        return new SolverOptions(PLENTY, 1, 1, Effort.ofWork(steps));
    }

    private static Repair.Result repaired(College college) {
        Repair.Result result = Repair.closeTo(
                CollegeProblem.of(college).problem(), before, work(50_000_000), event -> {}, new StopSignal());
        assertThat(result.solution().verdict().violations()).isEmpty();
        assertThat(result.solution().unplaced()).isEmpty();
        return result;
    }

    private static List<Placement> on(DayOfWeek day) {
        int index = COLLEGE.term().days().indexOf(day);
        return before.placements().stream()
                .filter(placement -> (placement.time().days() >> index & 1) != 0)
                .toList();
    }

    private static WeeklyTime all(DayOfWeek day) {
        return new WeeklyTime(day, LocalTime.of(0, 0), LocalTime.of(23, 59));
    }

    private static List<WeeklyTime> with(List<WeeklyTime> times, WeeklyTime more) {
        return Stream.concat(times.stream(), Stream.of(more)).toList();
    }

    private static College people(UnaryOperator<Personnel> change) {
        return changed(COLLEGE.personnel().stream().map(change).toList(), COLLEGE.rooms());
    }

    private static College changed(List<Personnel> personnel, List<Room> rooms) {
        return new College(
                COLLEGE.name(),
                COLLEGE.term(),
                COLLEGE.departments(),
                COLLEGE.buildings(),
                COLLEGE.equipment(),
                rooms,
                COLLEGE.batches(),
                COLLEGE.students(),
                personnel,
                COLLEGE.courses(),
                COLLEGE.preferences(),
                COLLEGE.pins(),
                COLLEGE.objective());
    }

    /** Somebody with the usual number of events on that day: in the middle of all who have any. */
    private static String lecturerOf(DayOfWeek day) {
        Map<String, Long> loads = on(day).stream()
                .flatMap(placement -> placement.staff().stream())
                .collect(Collectors.groupingBy(StaffAssignment::person, Collectors.counting()));
        List<Map.Entry<String, Long>> sorted = new ArrayList<>(loads.entrySet());
        sorted.sort(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()));
        return sorted.get(sorted.size() / 2).getKey();
    }

    @Test
    void aLecturerAbsentForADayMovesAtMostFiveEventsOnMostDays() {
        List<Integer> moved = new ArrayList<>();
        for (DayOfWeek day : COLLEGE.term().days()) {
            String absent = lecturerOf(day);
            Repair.Result result = repaired(people(person -> !person.id().equals(absent)
                    ? person
                    : new Personnel(
                            person.id(),
                            person.name(),
                            person.email(),
                            person.department(),
                            person.roles(),
                            person.maxSlotsPerWeek(),
                            person.maxSlotsPerDay(),
                            person.maxDaysPerWeek(),
                            with(person.unavailable(), all(day)))));
            moved.add(result.change().moved().size());
        }
        moved.sort(null);
        assertThat(moved.get(moved.size() / 2)).as("%s", moved).isLessThanOrEqualTo(5);
    }

    @Test
    void aRoomThatIsLostForADayMovesLittleMoreThanWhatWasInIt() {
        DayOfWeek day = COLLEGE.term().days().get(1);
        Map<String, Long> uses = on(day).stream()
                .filter(placement -> placement.room() != null)
                .collect(Collectors.groupingBy(placement -> String.valueOf(placement.room()), Collectors.counting()));
        Map.Entry<String, Long> most = uses.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow();
        String lost = most.getKey();
        Repair.Result result = repaired(changed(
                COLLEGE.personnel(),
                COLLEGE.rooms().stream()
                        .map(room -> !room.id().equals(lost)
                                ? room
                                : new Room(
                                        room.id(),
                                        room.name(),
                                        room.department(),
                                        room.shared(),
                                        room.building(),
                                        room.type(),
                                        room.capacity(),
                                        room.equipment(),
                                        with(room.unavailable(), all(day))))
                        .toList()));
        assertThat(result.change().moved())
                .hasSizeLessThanOrEqualTo(most.getValue().intValue() + 5);
    }
}
