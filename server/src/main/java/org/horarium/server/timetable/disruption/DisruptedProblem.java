package org.horarium.server.timetable.disruption;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.Person;
import org.horarium.engine.model.Pin;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.SameStaff;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.PlacedActivity.Weeks;

/**
 * A problem that knows of a disruption: who or what is away can't be had on the lost days, and every activity may go only
 * where it takes place as often as before while the repair is in force. Sessions that are hit need not be given by those
 * who give the others of their series; what is hit is not pinned any more.
 */
final class DisruptedProblem {
    private final Problem problem;
    private final List<DayOfWeek> days;
    private final Disruption what;
    private final LostDays lost;
    private final Map<String, PlacedActivity> base = new HashMap<>();
    private final Set<String> hit = new HashSet<>();

    private DisruptedProblem(
            Problem problem, List<DayOfWeek> days, Disruption what, LostDays lost, List<PlacedActivity> base) {
        this.problem = problem;
        this.days = days;
        this.what = what;
        this.lost = lost;
        for (PlacedActivity activity : base) {
            this.base.put(activity.activity(), activity);
            if (concerns(what, activity) && lost.hits(activity)) {
                hit.add(activity.activity());
            }
        }
    }

    /** Whether an activity needs who or what is away. */
    static boolean concerns(Disruption what, PlacedActivity activity) {
        return switch (what.kind()) {
            case PERSON -> activity.staff().stream().anyMatch(s -> s.person().equals(what.subject()));
            case ROOM -> what.subject().equals(activity.room());
            case ACTIVITY -> what.subject().equals(activity.activity());
        };
    }

    /**
     * Makes it.
     *
     * @param problem as it is otherwise
     * @param days the days of its grid
     * @param base what was in force before
     */
    static Problem of(
            Problem problem, List<DayOfWeek> days, Disruption what, LostDays lost, List<PlacedActivity> base) {
        return new DisruptedProblem(problem, days, what, lost, base).make();
    }

    private Problem make() {
        return new Problem(
                problem.name(),
                problem.grid(),
                problem.rooms().stream().map(this::room).toList(),
                problem.people().stream().map(this::person).toList(),
                problem.groups(),
                problem.events().stream().map(this::event).toList(),
                problem.courses(),
                problem.students(),
                problem.constraints().stream().filter(this::stays).toList(),
                problem.weights(),
                problem.pins().stream().filter(this::stays).toList());
    }

    private Room room(Room room) {
        if (what.kind() != DisruptionKind.ROOM || !room.id().equals(what.subject())) {
            return room;
        }
        return new Room(
                room.id(), room.name(), room.capacity(), room.building(), with(room.unavailable()), room.travel());
    }

    private Person person(Person person) {
        if (what.kind() != DisruptionKind.PERSON || !person.id().equals(what.subject())) {
            return person;
        }
        return new Person(person.id(), person.name(), with(person.unavailable()));
    }

    private List<TimePattern> with(List<TimePattern> unavailable) {
        List<TimePattern> all = new ArrayList<>(unavailable);
        Grid grid = problem.grid();
        for (LostDays.WeekDay day : lost.lost()) {
            long weeks = grid.weeks() == 1 ? 1 : day.weekA() ? 1 : 2;
            all.add(new TimePattern(weeks, 1 << days.indexOf(day.day()), 0, grid.slotsPerDay()));
        }
        return all;
    }

    private Event event(Event event) {
        PlacedActivity now = base.get(event.id());
        if (now == null) {
            return event;
        }
        List<TimeOption> times = event.times().stream()
                .filter(option -> isOpen(event, now, option.pattern()))
                .toList();
        return new Event(
                event.id(), event.name(), times, event.rooms(), event.needsRoom(), event.staff(), event.groups());
    }

    private boolean isOpen(Event event, PlacedActivity now, TimePattern pattern) {
        DayOfWeek day = days.get(Integer.numberOfTrailingZeros(pattern.days()));
        Weeks weeks =
                pattern.weeks() == problem.grid().allWeeks() ? Weeks.EVERY : pattern.weeks() == 1 ? Weeks.A : Weeks.B;
        boolean cancelledThen = what.kind() == DisruptionKind.ACTIVITY
                && event.id().equals(what.subject())
                && lost.lost().stream().anyMatch(lostDay -> lostDay.meets(day, weeks));
        return weeks == now.weeks() && lost.keepsCount(now.day(), day, weeks) && !cancelledThen;
    }

    private boolean stays(Constraint constraint) {
        return !(constraint instanceof SameStaff same) || same.events().stream().noneMatch(hit::contains);
    }

    private boolean stays(Pin pin) {
        return !hit.contains(pin.event());
    }
}
