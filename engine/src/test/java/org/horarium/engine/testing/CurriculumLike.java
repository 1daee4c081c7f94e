package org.horarium.engine.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarRule;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.Person;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.RoomOption;
import org.horarium.engine.model.RoomStability;
import org.horarium.engine.model.StaffNeed;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.model.Weights;
import org.horarium.engine.model.WorkingDays;

/**
 * A random problem as ITC-2007 has them: lectures of one slot, a teacher for each course, curricula of courses, all rooms
 * with a penalty for missing seats, working days, room stability, compactness. It can be solved.
 */
public final class CurriculumLike {
    private static final int DAYS = 5;
    private static final int SLOTS = 5;

    private CurriculumLike() {}

    /** A problem with so many courses of two to five lectures each. */
    public static Problem of(long seed, int courses) {
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        int rooms = Math.max(2, courses / 5);
        int groups = Math.max(2, courses / 3);
        for (int c = 0; c < courses; c++) {
            String course = "c" + c;
            int students = 10 + random.nextInt(80);
            List<TimeOption> times = IntStream.range(0, DAYS * SLOTS)
                    .filter(slot -> random.nextInt(8) > 0)
                    .mapToObj(slot -> new TimeOption(new TimePattern(1, 1 << slot / SLOTS, slot % SLOTS, 1), 0))
                    .toList();
            List<RoomOption> options = IntStream.range(0, rooms)
                    .mapToObj(r -> new RoomOption("r" + r, Math.max(0, students - seats(r))))
                    .toList();
            StaffNeed teacher = new StaffNeed("teacher", 1, List.of(new PersonOption("t" + c * 3 / 4, 0)));
            List<String> attending =
                    random.ints(2, 0, groups).distinct().mapToObj(g -> "g" + g).toList();
            List<String> lectures = IntStream.range(0, 2 + random.nextInt(4))
                    .mapToObj(i -> course + "/" + i)
                    .toList();
            lectures.forEach(id -> events.add(new Event(id, id, times, options, true, List.of(teacher), attending)));
            constraints.add(
                    new WorkingDays("days " + course, lectures, Math.min(4, lectures.size()), Strength.soft(5)));
            constraints.add(new RoomStability("rooms " + course, lectures, Strength.soft(1)));
        }
        List<Group> curricula = IntStream.range(0, groups)
                .mapToObj(g -> new Group("g" + g, "g" + g, 0, List.of()))
                .toList();
        constraints.add(new CalendarConstraint(
                "compactness",
                new CalendarRule.NoIsolatedSlot(),
                CalendarConstraint.MemberKind.GROUP,
                curricula.stream().map(Group::id).toList(),
                Strength.soft(2)));
        return new Problem(
                "curricula",
                new Grid(1, DAYS, SLOTS),
                IntStream.range(0, rooms)
                        .mapToObj(r -> new Room("r" + r, "r" + r, seats(r), null, List.of(), Map.of()))
                        .toList(),
                IntStream.range(0, courses)
                        .mapToObj(t -> new Person("t" + t, "t" + t, List.of()))
                        .toList(),
                curricula,
                events,
                List.of(),
                List.of(),
                constraints,
                Weights.ONE,
                List.of());
    }

    private static int seats(int room) {
        return 30 + 25 * (room % 4);
    }
}
