package org.horarium.formats.college.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.horarium.formats.FaultCollector;
import org.horarium.formats.college.ActivityTemplate;
import org.horarium.formats.college.ActivityTemplate.Requirement;
import org.horarium.formats.college.ActivityTemplate.WeekPattern;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Course;
import org.horarium.formats.college.EquipmentCount;
import org.horarium.formats.college.Personnel;
import org.horarium.formats.college.Room;
import org.horarium.formats.college.problem.Atom;
import org.horarium.formats.college.problem.AttendeeGroups;
import org.horarium.formats.college.problem.RoomFit;
import org.horarium.formats.college.problem.SlotGrid;
import org.horarium.formats.college.problem.StaffFit;

/** Whether each template, looked at alone, has a time, a room and people. */
final class SupplyChecks {
    private final College college;
    private final FaultCollector faults;
    private final AttendeeGroups groups;
    private final RoomFit rooms;
    private final StaffFit staff;
    private final int longest;
    private final Set<String> roomTypes = new TreeSet<>();
    private final Set<String> roles = new TreeSet<>();
    private final Set<String> people = new HashSet<>();
    private final Map<String, College.Equipment> equipment = new HashMap<>();

    private SupplyChecks(College college, FaultCollector faults) {
        this.college = college;
        this.faults = faults;
        this.groups = AttendeeGroups.of(college);
        this.rooms = RoomFit.of(college);
        this.staff = StaffFit.of(college);
        this.longest =
                TermChecks.readable(college.term()) ? SlotGrid.of(college).longestStretch() : Limits.MAX_SLOTS;
        college.rooms().stream().map(Room::type).forEach(roomTypes::add);
        college.personnel().forEach(person -> roles.addAll(person.roles()));
        college.personnel().stream().map(Personnel::id).forEach(people::add);
        college.equipment().forEach(kind -> equipment.putIfAbsent(kind.id(), kind));
    }

    static void check(College college, FaultCollector faults) {
        SupplyChecks checks = new SupplyChecks(college, faults);
        for (int c = 0; c < college.courses().size(); c++) {
            Course course = college.courses().get(c);
            for (int a = 0; a < course.activities().size(); a++) {
                String where = "/courses/" + c + "/activities/" + a;
                ActivityTemplate template = course.activities().get(a);
                checks.time(where, template);
                checks.room(where, course, template);
                for (int r = 0; r < template.personnel().size(); r++) {
                    checks.people(
                            where + "/personnel/" + r,
                            course,
                            template,
                            template.personnel().get(r));
                }
            }
        }
    }

    private static String owner(ActivityTemplate template) {
        return "activity template (%s)".formatted(Show.id(template.id()));
    }

    private void time(String where, ActivityTemplate template) {
        int days = college.term().days().size();
        if (longest > 0 && template.duration() > longest && template.duration() <= Limits.MAX_SLOTS) {
            faults.add(
                    where + "/duration",
                    "The %s lasts (%d) slots, but the longest stretch without a break is (%d). Shorten it, or move a"
                            + " break.",
                    owner(template),
                    template.duration(),
                    longest);
        }
        int needed = (template.sessionsPerWeek() - 1) * template.minDaysBetween() + 1;
        if (days > 0 && template.weeks() != WeekPattern.ALTERNATE && template.minDaysBetween() > 0 && needed > days) {
            faults.add(
                    where + "/min_days_between",
                    "The %s has (%d) sessions at least (%d) days apart, which takes (%d) days; the term has (%d). Lower one"
                            + " of them.",
                    owner(template),
                    template.sessionsPerWeek(),
                    template.minDaysBetween(),
                    needed,
                    days);
        }
    }

    private void room(String where, Course course, ActivityTemplate template) {
        String type = template.roomType();
        if (type == null) {
            equipped(where, template, List.of());
            return;
        }
        if (unreadable(type, course)) {
            return;
        }
        if (!roomTypes.contains(type)) {
            faults.add(
                    where + "/room_type",
                    "The %s needs a room of type (%s), and no room has it. %s",
                    owner(template),
                    type,
                    faults.advice(type, roomTypes));
            return;
        }
        List<Room> usable = rooms.usable(type, course.department());
        if (usable.isEmpty()) {
            faults.add(
                    where + "/room_type",
                    "The %s needs a room of type (%s), and all of them belong to other departments than (%s) and are not"
                            + " shared. Share one or add one.",
                    owner(template),
                    type,
                    course.department());
        } else if (equipped(where, template, usable)) {
            sizes(where, course, template, usable);
        }
    }

    /** Whether something that decides about the rooms of a template could not be read. */
    private boolean unreadable(String type, Course course) {
        return type.equals(CollegeChecks.UNREADABLE)
                || course.department().equals(CollegeChecks.UNREADABLE)
                || roomTypes.contains(CollegeChecks.UNREADABLE)
                || college.rooms().stream()
                        .anyMatch(room -> CollegeChecks.UNREADABLE.equals(room.department())
                                || room.equipment().stream()
                                        .anyMatch(count -> !equipment.containsKey(count.equipment())));
    }

    private boolean equipped(String where, ActivityTemplate template, List<Room> usable) {
        boolean enough = true;
        for (int e = 0; e < template.equipment().size(); e++) {
            EquipmentCount needed = template.equipment().get(e);
            College.Equipment kind = equipment.get(needed.equipment());
            int most = usable.stream()
                    .mapToInt(room -> RoomFit.standing(room, needed.equipment()))
                    .max()
                    .orElse(0);
            if (kind != null && most < needed.quantity() && kind.portable() < needed.quantity()) {
                faults.add(
                        where + "/equipment/" + e + "/quantity",
                        "The %s needs (%d) of equipment (%s); the best room of its type holds (%d), and (%d) can be"
                                + " carried. Ask for less, or add pieces.",
                        owner(template),
                        needed.quantity(),
                        needed.equipment(),
                        most,
                        kind.portable());
                enough = false;
            }
            enough &= kind != null;
        }
        return enough;
    }

    private void sizes(String where, Course course, ActivityTemplate template, List<Room> usable) {
        int largest = usable.stream().mapToInt(Room::capacity).max().orElse(0);
        for (Map.Entry<String, List<Atom>> attending :
                groups.attendees(course, template.attendees()).entrySet()) {
            int size = AttendeeGroups.size(attending.getValue());
            if (size > largest) {
                faults.add(
                        where + "/room_type",
                        "The %s has (%d) students in (%s), but the largest room of type (%s) has (%d) seats. Divide the"
                                + " group, or choose another type.",
                        owner(template),
                        size,
                        Show.id(attending.getKey()),
                        template.roomType(),
                        largest);
            } else if (rooms.choose(course, template, size).rooms().isEmpty()) {
                faults.add(
                        where + "/equipment",
                        "The %s has (%d) students in (%s), and no room of type (%s) has both a seat for everybody and all"
                                + " its equipment. Add a room, or ask for less.",
                        owner(template),
                        size,
                        Show.id(attending.getKey()),
                        template.roomType());
            }
        }
    }

    private void people(String where, Course course, ActivityTemplate template, Requirement need) {
        if (need.role().equals(CollegeChecks.UNREADABLE) || need.count() > Limits.MAX_COUNT) {
            return;
        }
        boolean readable = !roles.contains(CollegeChecks.UNREADABLE)
                && !course.department().equals(CollegeChecks.UNREADABLE)
                && college.personnel().stream().noneMatch(p -> p.department().equals(CollegeChecks.UNREADABLE));
        if (need.candidates().isEmpty()) {
            if (!readable) {
                return;
            }
            List<Personnel> able = college.personnel().stream()
                    .filter(person -> person.department().equals(course.department())
                            && person.roles().contains(need.role()))
                    .toList();
            if (able.isEmpty()) {
                faults.add(
                        where + "/role",
                        "The %s needs a (%s), and nobody of the department (%s) has this role. %s",
                        owner(template),
                        need.role(),
                        course.department(),
                        roles.contains(need.role())
                                ? "Name candidates from other departments."
                                : faults.advice(need.role(), roles));
                return;
            }
        } else if (!people.containsAll(need.candidates())) {
            return;
        }
        int able = staff.candidates(course, template, need).size();
        if (able < need.count()) {
            faults.add(
                    where + "/count",
                    "The %s needs (%d) people as %s, but only (%d) can and want to. Ask for fewer, or add candidates.",
                    owner(template),
                    need.count(),
                    need.role(),
                    able);
        }
    }
}
