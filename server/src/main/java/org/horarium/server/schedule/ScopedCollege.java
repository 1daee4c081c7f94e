package org.horarium.server.schedule;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.horarium.formats.college.ActivityPin;
import org.horarium.formats.college.ActivityTemplate;
import org.horarium.formats.college.ActivityTemplate.Requirement;
import org.horarium.formats.college.Batch;
import org.horarium.formats.college.Batch.Section;
import org.horarium.formats.college.Batch.Subgroup;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Course;
import org.horarium.formats.college.Personnel;
import org.horarium.formats.college.Preference;
import org.horarium.formats.college.Room;
import org.horarium.formats.college.Student;
import org.horarium.server.schedule.TakenElsewhere.Taken;
import org.jspecify.annotations.Nullable;

/** Cuts the part out of a college that {@link Schedules#college} promises. */
final class ScopedCollege {
    private final College college;
    private final Set<String> departments;
    private final Set<String> groups;
    private final @Nullable Integer semester;
    private final List<Taken> elsewhere;

    private ScopedCollege(
            College college,
            Set<String> departments,
            Set<String> groups,
            @Nullable Integer semester,
            List<Taken> elsewhere) {
        this.college = college;
        this.departments = departments;
        this.groups = groups;
        this.semester = semester;
        this.elsewhere = elsewhere;
    }

    /**
     * The part of a college that a schedule is about.
     *
     * @param college the whole
     * @param schedule its departments, groups and semester are the scope
     * @param elsewhere what others have published; what is for an activity of this scope does not count
     */
    static College of(College college, Schedule schedule, List<Taken> elsewhere) {
        return new ScopedCollege(
                        college,
                        Set.copyOf(schedule.departments()),
                        Set.copyOf(schedule.groups()),
                        schedule.semester(),
                        elsewhere)
                .cut();
    }

    private College cut() {
        List<Batch> batches = batches();
        Set<String> batchIds = batches.stream().map(Batch::id).collect(Collectors.toSet());
        List<Course> courses = courses(batchIds);
        Set<String> courseIds = courses.stream().map(Course::id).collect(Collectors.toSet());
        Set<String> groupIds = groupIds(batches);
        List<Student> students = students(groupIds, courseIds);
        Set<String> templates = courses.stream()
                .flatMap(course -> course.activities().stream())
                .map(ActivityTemplate::id)
                .collect(Collectors.toSet());
        List<ActivityPin> pins = pins(templates, groupIds, courseIds);
        List<Room> rooms = rooms(courses, pins);
        List<Personnel> personnel = personnel(courses, pins);
        Set<String> people = personnel.stream().map(Personnel::id).collect(Collectors.toSet());
        List<Preference> preferences = college.preferences().stream()
                .filter(preference -> people.contains(preference.person()) && templates.contains(preference.template()))
                .toList();
        Set<String> buildings =
                rooms.stream().map(Room::building).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<String> owners = Stream.of(
                        departments.stream(),
                        batches.stream().map(Batch::department),
                        courses.stream().map(Course::department),
                        rooms.stream().map(Room::department).filter(Objects::nonNull),
                        personnel.stream().map(Personnel::department))
                .flatMap(ids -> ids)
                .collect(Collectors.toSet());
        TakenTimes taken = TakenTimes.of(
                elsewhere.stream()
                        .filter(t -> !isInside(t.activity(), templates, groupIds, courseIds))
                        .toList(),
                college.term());
        return new College(
                college.name(),
                college.term(),
                only(college.departments(), department -> owners.contains(department.id())),
                only(college.buildings(), building -> buildings.contains(building.id())),
                college.equipment(),
                rooms.stream().map(taken::without).toList(),
                batches,
                students,
                personnel.stream().map(taken::without).toList(),
                courses,
                preferences,
                pins,
                college.objective());
    }

    private List<Batch> batches() {
        return college.batches().stream()
                .filter(batch -> departments.contains(batch.department()))
                .filter(batch -> semester == null || batch.semester() == semester)
                .map(batch -> groups.isEmpty() || groups.contains(batch.id()) ? batch : onlyChosenSections(batch))
                .filter(batch -> !batch.sections().isEmpty())
                .toList();
    }

    private Batch onlyChosenSections(Batch batch) {
        return new Batch(
                batch.id(),
                batch.name(),
                batch.department(),
                batch.semester(),
                only(batch.sections(), section -> groups.contains(section.id())));
    }

    private static Set<String> groupIds(List<Batch> batches) {
        Set<String> ids = new HashSet<>();
        for (Batch batch : batches) {
            ids.add(batch.id());
            for (Section section : batch.sections()) {
                ids.add(section.id());
                section.subgroups().stream().map(Subgroup::id).forEach(ids::add);
            }
        }
        return ids;
    }

    private List<Course> courses(Set<String> batches) {
        return college.courses().stream()
                .filter(course -> course.batches().stream().anyMatch(batches::contains))
                .map(course -> new Course(
                        course.id(),
                        course.name(),
                        course.department(),
                        course.elective(),
                        only(course.batches(), batches::contains),
                        course.activities()))
                .toList();
    }

    private List<Student> students(Set<String> groupIds, Set<String> courses) {
        return college.students().stream()
                .filter(student -> groupIds.contains(student.group()))
                .map(student -> new Student(
                        student.id(),
                        student.name(),
                        student.email(),
                        student.group(),
                        only(student.electives(), courses::contains)))
                .toList();
    }

    private List<Room> rooms(List<Course> courses, List<ActivityPin> pins) {
        Set<String> owners = courses.stream().map(Course::department).collect(Collectors.toCollection(HashSet::new));
        owners.addAll(departments);
        Set<String> pinned =
                pins.stream().map(ActivityPin::room).filter(Objects::nonNull).collect(Collectors.toSet());
        return only(
                college.rooms(),
                room -> room.shared()
                        || room.department() == null
                        || owners.contains(room.department())
                        || pinned.contains(room.id()));
    }

    private List<Personnel> personnel(List<Course> courses, List<ActivityPin> pins) {
        Set<String> able = new HashSet<>();
        pins.forEach(pin -> able.addAll(pin.personnel()));
        for (Course course : courses) {
            for (ActivityTemplate template : course.activities()) {
                for (Requirement requirement : template.personnel()) {
                    if (requirement.candidates().isEmpty()) {
                        college.personnel().stream()
                                .filter(person -> person.department().equals(course.department())
                                        && person.roles().contains(requirement.role()))
                                .map(Personnel::id)
                                .forEach(able::add);
                    } else {
                        able.addAll(requirement.candidates());
                    }
                }
            }
        }
        return only(college.personnel(), person -> able.contains(person.id()));
    }

    /** Pins whose activity is in the scope; the group of an elective that is given to all together is its course. */
    private List<ActivityPin> pins(Set<String> templates, Set<String> groupIds, Set<String> courses) {
        return only(college.pins(), pin -> isInside(pin.activity(), templates, groupIds, courses));
    }

    private static boolean isInside(String id, Set<String> templates, Set<String> groups, Set<String> courses) {
        String[] activity = id.split("/", -1);
        return templates.contains(activity[0]) && (groups.contains(activity[1]) || courses.contains(activity[1]));
    }

    private static <T> List<T> only(List<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).toList();
    }
}
