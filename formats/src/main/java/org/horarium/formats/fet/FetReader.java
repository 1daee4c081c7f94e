package org.horarium.formats.fet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.InvalidProblemException;
import org.horarium.engine.model.Person;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.StaffNeed;
import org.horarium.engine.model.Weights;
import org.horarium.formats.Fault;
import org.horarium.formats.FaultCollector;
import org.horarium.formats.FormatException;
import org.horarium.formats.Imported;
import org.horarium.formats.xml.XmlElement;

/** Turns the tree of a file into a {@link Problem}. */
final class FetReader {
    static final String TEACHER = "teacher";

    private final XmlElement root;
    private final FaultCollector faults = new FaultCollector();
    private final List<Fault> warnings = new ArrayList<>();
    private final FetLists lists;
    private final FetTarget target;
    private final VirtualRooms virtualRooms;

    FetReader(XmlElement root) {
        this.root = root;
        String mode = root.textOf("Mode");
        if (!mode.isEmpty() && !mode.equals("Official")) {
            throw new FormatException(
                    "line " + root.line(),
                    "Only FET's mode Official can be read, this file is of mode %s.".formatted(mode));
        }
        this.lists = new FetLists(root, faults, warnings);
        this.target = new FetTarget(lists);
        this.virtualRooms = new VirtualRooms(lists, target);
    }

    Imported read() {
        constraints();
        faults.throwIfAny();
        List<Event> events = lists.activities.values().stream()
                .map(this::event)
                .flatMap(event -> virtualRooms.spread(event).stream())
                .toList();
        warnOfVirtualRooms(events);
        List<Constraint> constraints = new ArrayList<>(target.constraints());
        constraints.addAll(virtualRooms.constraints());
        String name = root.textOf("Institution_Name");
        try {
            Problem problem = new Problem(
                    name.isBlank() ? "unnamed" : name,
                    new Grid(1, lists.days.size(), lists.hours.size()),
                    rooms(),
                    lists.teachers.stream()
                            .map(teacher -> new Person(teacher, teacher, target.unavailable(TEACHER, teacher)))
                            .toList(),
                    lists.students.groups().stream()
                            .map(group -> new Group(
                                    group, group, lists.students.size(group), target.unavailable("group", group)))
                            .toList(),
                    events,
                    List.of(),
                    List.of(),
                    constraints,
                    Weights.ONE,
                    List.of());
            return new Imported(problem, warnings);
        } catch (InvalidProblemException e) {
            throw new FormatException(
                    e.faults().stream().map(fault -> new Fault("", fault)).toList());
        }
    }

    /** Reads the problem only to tell the virtual room of each activity whose real rooms are events of their own. */
    Map<String, FetLists.FetRoom> virtualRoomsOfActivities() {
        read();
        return virtualRooms.roomOf();
    }

    private void warnOfVirtualRooms(List<Event> events) {
        Set<String> used = new TreeSet<>();
        events.forEach(event -> event.rooms().forEach(option -> used.add(option.room())));
        lists.rooms.values().stream()
                .filter(room -> !room.sets().isEmpty() && used.contains(room.name()))
                .forEach(room -> warnings.add(new Fault(
                        "",
                        "Room (%s) is virtual, a choice of real rooms; where others are possible too, it is read as one room of its own."
                                .formatted(room.name()))));
    }

    private void constraints() {
        Map<String, FetFamily> families = new LinkedHashMap<>();
        new TimeFamilies(lists, target).register(families);
        new RoomFamilies(lists, target).register(families);
        new CalendarFamilies(lists, target).register(families);
        new ActivityFamilies(lists, target).register(families);
        new EndOfDayFamilies(lists, target).register(families);
        Map<String, List<Integer>> unknown = new LinkedHashMap<>();
        for (XmlElement list : root.children()) {
            if (!list.name().endsWith("_Constraints_List")) {
                continue;
            }
            for (XmlElement element : list.children()) {
                FetItem item = new FetItem(element, faults);
                if (!item.active()) {
                    continue;
                }
                FetFamily family = families.get(element.name());
                if (family == null) {
                    unknown.computeIfAbsent(element.name(), type -> new ArrayList<>())
                            .add(element.line());
                    continue;
                }
                FetWeight weight = item.weight();
                if (!weight.ignored()) {
                    family.read(item, weight);
                }
            }
        }
        unknown.forEach((type, at) -> warnings.add(new Fault(
                "line " + at.get(0),
                at.size() == 1
                        ? "%s is not supported; it is ignored.".formatted(type)
                        : "%s is not supported; %d of them are ignored.".formatted(type, at.size()))));
        target.warnings().forEach(warnings::add);
    }

    private List<Room> rooms() {
        Map<String, Map<String, Integer>> travel = target.travel();
        return lists.rooms.values().stream()
                .map(room -> new Room(
                        room.name(),
                        room.name(),
                        room.capacity(),
                        room.building().isEmpty() ? null : room.building(),
                        target.unavailable("room", room.name()),
                        travel.getOrDefault(room.name(), Map.of())))
                .toList();
    }

    private Event event(FetActivity activity) {
        List<StaffNeed> staff = activity.teachers().isEmpty()
                ? List.of()
                : List.of(new StaffNeed(
                        TEACHER,
                        Math.min(100, activity.teachers().size()),
                        activity.teachers().stream()
                                .limit(100)
                                .map(teacher -> new PersonOption(teacher, 0))
                                .toList()));
        var times = target.times.options(activity);
        var rooms = target.rooms.options(activity, lists.rooms.values());
        boolean needsRoom = target.rooms.needsRoom(activity);
        if (times.isEmpty()) {
            warnings.add(new Fault(
                    "line " + activity.line(), "Activity %s has no possible time left.".formatted(activity.name())));
        }
        if (needsRoom && rooms.isEmpty()) {
            warnings.add(new Fault(
                    "line " + activity.line(),
                    "Activity %s (%d students) has no possible room left."
                            .formatted(activity.name(), activity.students())));
        }
        return new Event(activity.id(), activity.name(), times, rooms, needsRoom, staff, activity.groups());
    }
}
