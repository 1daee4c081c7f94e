package org.horarium.formats.college.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.Person;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.StaffNeed;
import org.horarium.engine.model.Weights;
import org.horarium.formats.college.ActivityTemplate;
import org.horarium.formats.college.College;
import org.horarium.formats.college.EquipmentCount;

/**
 * A college as an engine problem.
 *
 * <ul>
 *   <li>Events are the {@link Activity activities}; groups are the {@link Atom}s; rooms and people keep their ids.
 *   <li>Times: {@link SlotGrid}. Rooms: {@link RoomFit}. People: {@link StaffFit}.
 *   <li>Hard and soft rules: {@link CollegeConstraints}, with all penalties.
 *   <li>Weights: rooms by {@code roomFit}, people by {@code preferences} of the objective; times cost nothing.
 *   <li>Pins: see {@link PinTranslation}.
 * </ul>
 */
public final class CollegeProblem {
    private final College college;
    private final SlotGrid grid;
    private final List<Activity> activities;
    private final Problem problem;

    private CollegeProblem(College college) {
        this.college = college;
        this.grid = SlotGrid.of(college);
        AttendeeGroups groups = AttendeeGroups.of(college);
        this.activities = Activity.all(college, groups);
        RoomFit roomFit = RoomFit.of(college);
        StaffFit staffFit = StaffFit.of(college);
        PinTranslation pins = PinTranslation.of(college, activities, grid, staffFit);

        List<Event> events = new ArrayList<>();
        Map<String, List<EquipmentCount>> carried = new HashMap<>();
        for (Activity activity : activities) {
            ActivityTemplate template = activity.template();
            RoomFit.Choice rooms = roomFit.choose(activity.course(), template, activity.size());
            carried.put(activity.id(), rooms.carried());
            events.add(new Event(
                    activity.id(),
                    activity.name(),
                    pins.times(activity),
                    rooms.rooms(),
                    template.roomType() != null,
                    template.personnel().stream()
                            .map(need -> new StaffNeed(
                                    need.role(), need.count(), staffFit.candidates(activity.course(), template, need)))
                            .toList(),
                    activity.attendees().stream().map(Atom::id).toList()));
        }
        this.problem = new Problem(
                college.name(),
                grid.grid(),
                rooms(),
                college.personnel().stream()
                        .map(person -> new Person(person.id(), person.name(), grid.touched(person.unavailable())))
                        .toList(),
                groups.atoms().stream()
                        .map(atom -> new Group(atom.id(), atom.name(), atom.size(), List.of()))
                        .toList(),
                events,
                List.of(),
                List.of(),
                CollegeConstraints.of(college, grid, activities, groups.atoms(), events, carried),
                new Weights(
                        0, college.objective().roomFit(), college.objective().preferences(), 1, 1),
                pins.pins());
    }

    /**
     * Expands a college.
     *
     * @param college one in which {@code CollegeChecks} finds no fault
     * @throws org.horarium.engine.model.InvalidProblemException if references lead nowhere or ids are used twice
     */
    public static CollegeProblem of(College college) {
        return new CollegeProblem(college);
    }

    private List<Room> rooms() {
        return college.rooms().stream()
                .map(room -> new Room(
                        room.id(),
                        room.name(),
                        room.capacity(),
                        room.building(),
                        grid.touched(room.unavailable()),
                        Map.of()))
                .toList();
    }

    /** The college it was made from. */
    public College college() {
        return college;
    }

    /** The activities, in the order of the problem's events. */
    public List<Activity> activities() {
        return activities;
    }

    /** The engine's problem. */
    public Problem problem() {
        return problem;
    }

    /** The way from plans to timetables and back. */
    public TimetableTranslation timetables() {
        return new TimetableTranslation(college, grid);
    }
}
