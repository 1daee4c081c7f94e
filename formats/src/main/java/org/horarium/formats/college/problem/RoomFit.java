package org.horarium.formats.college.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.horarium.engine.model.RoomOption;
import org.horarium.formats.college.ActivityTemplate;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Course;
import org.horarium.formats.college.EquipmentCount;
import org.horarium.formats.college.Room;

/**
 * Which rooms an activity may take place in, and what each costs.
 *
 * <p>A room fits when it has the template's type, a seat for everybody, and belongs to the college, to the course's
 * department, or is shared by its owner. Equipment: when any fitting room holds enough of it, only such rooms are
 * candidates; when none does, it is carried in, if the college has enough portable pieces, and counts against them while
 * the activity lasts.
 *
 * <p>The penalty of a room is one for each full {@value #SEATS_PER_STEP} wasted seats, and {@value #FOREIGN} more when it
 * is another department's room. It is multiplied by the objective's {@code roomFit}.
 */
public final class RoomFit {
    private static final int SEATS_PER_STEP = 10;
    private static final int FOREIGN = 2;

    private final Map<String, List<Room>> roomsOfType = new HashMap<>();
    private final Map<String, Integer> portable = new HashMap<>();

    /**
     * Candidates of an activity.
     *
     * @param rooms where it fits; empty when nowhere
     * @param carried equipment that has to be carried in, whichever of the rooms is taken
     */
    public record Choice(List<RoomOption> rooms, List<EquipmentCount> carried) {
        public Choice {
            rooms = List.copyOf(rooms);
            carried = List.copyOf(carried);
        }
    }

    private RoomFit(College college) {
        college.rooms()
                .forEach(room -> roomsOfType
                        .computeIfAbsent(room.type(), type -> new ArrayList<>())
                        .add(room));
        college.equipment().forEach(equipment -> portable.putIfAbsent(equipment.id(), equipment.portable()));
    }

    /** For the rooms of a college. */
    public static RoomFit of(College college) {
        return new RoomFit(college);
    }

    /** Rooms of a type that a department may use, whatever their size and equipment. */
    public List<Room> usable(String type, String department) {
        return roomsOfType.getOrDefault(type, List.of()).stream()
                .filter(room -> room.department() == null || room.department().equals(department) || room.shared())
                .toList();
    }

    /** Pieces of some equipment that stand in a room. */
    public static int standing(Room room, String equipment) {
        return room.equipment().stream()
                .filter(count -> count.equipment().equals(equipment))
                .mapToInt(EquipmentCount::quantity)
                .sum();
    }

    /**
     * The candidates of a template for a number of students.
     *
     * @param course the template's course
     * @param template what is given
     * @param size number of students
     * @return no rooms when none fits or when the template needs none
     */
    public Choice choose(Course course, ActivityTemplate template, int size) {
        if (template.roomType() == null) {
            return new Choice(List.of(), carriedAnyway(template));
        }
        List<Room> rooms = usable(template.roomType(), course.department()).stream()
                .filter(room -> room.capacity() >= size)
                .toList();
        List<EquipmentCount> carried = new ArrayList<>();
        for (EquipmentCount needed : template.equipment()) {
            List<Room> holding = rooms.stream()
                    .filter(room -> standing(room, needed.equipment()) >= needed.quantity())
                    .toList();
            if (!holding.isEmpty()) {
                rooms = holding;
            } else if (portable.getOrDefault(needed.equipment(), 0) >= needed.quantity()) {
                carried.add(needed);
            } else {
                rooms = List.of();
            }
        }
        return new Choice(
                rooms.stream()
                        .map(room -> new RoomOption(room.id(), penalty(room, course, size)))
                        .toList(),
                carried);
    }

    private List<EquipmentCount> carriedAnyway(ActivityTemplate template) {
        return template.equipment().stream()
                .filter(needed -> portable.getOrDefault(needed.equipment(), 0) >= needed.quantity())
                .toList();
    }

    private static int penalty(Room room, Course course, int size) {
        boolean foreign = room.department() != null && !room.department().equals(course.department());
        return (room.capacity() - size) / SEATS_PER_STEP + (foreign ? FOREIGN : 0);
    }
}
