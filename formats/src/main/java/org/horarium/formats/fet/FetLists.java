package org.horarium.formats.fet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.formats.Fault;
import org.horarium.formats.FaultCollector;
import org.horarium.formats.xml.XmlElement;

/** The lists of a file before its constraints: days, hours, teachers, students, activities, rooms. */
final class FetLists {
    private final XmlElement root;
    private final FaultCollector faults;
    final Map<String, Integer> days;
    final Map<String, Integer> hours;
    final Set<String> teachers;
    final Set<String> subjects;
    final Set<String> tags;
    final FetStudents students;
    final Map<String, FetRoom> rooms = new LinkedHashMap<>();
    /** Active activities by id. */
    final Map<String, FetActivity> activities = new LinkedHashMap<>();
    /** Ids of all activities, active or not. */
    final Set<String> activityIds = new HashSet<>();

    /**
     * A room.
     *
     * @param name unique among rooms
     * @param building empty for none
     * @param capacity number of students
     * @param sets of a virtual room: it is one real room of each; none for a real one
     */
    record FetRoom(String name, String building, int capacity, List<List<String>> sets) {}

    FetLists(XmlElement root, FaultCollector faults, List<Fault> warnings) {
        this.root = root;
        this.faults = faults;
        days = positions("Days_List", "Day", 31);
        hours = positions("Hours_List", "Hour", 1000);
        faults.throwIfAny();
        teachers = names("Teachers_List", "Teacher", warnings);
        subjects = names("Subjects_List", "Subject", warnings);
        tags = names("Activity_Tags_List", "Activity_Tag", warnings);
        students = new FetStudents(items("Students_List", "Year"));
        items("Rooms_List", "Room").forEach(item -> room(item, warnings));
        items("Rooms_List", "Room").forEach(this::checkSets);
        activities();
    }

    private List<FetItem> items(String list, String kind) {
        return root.children(list).stream()
                .flatMap(element -> element.children(kind).stream())
                .map(element -> new FetItem(element, faults))
                .toList();
    }

    private Map<String, Integer> positions(String list, String kind, int most) {
        Map<String, Integer> positions = new LinkedHashMap<>();
        for (FetItem item : items(list, kind)) {
            if (positions.putIfAbsent(item.text("Name"), positions.size()) != null) {
                item.fault("The name of a %s (%s) occurs twice.".formatted(kind, item.text("Name")));
            }
        }
        if (positions.isEmpty() || positions.size() > most) {
            faults.add(
                    root.line(),
                    "The %s holds %d entries; between 1 and %d are needed.".formatted(list, positions.size(), most));
        }
        return positions;
    }

    /** Like FET, takes a name that occurs twice once; a subject or a tag may even have an empty name. */
    private Set<String> names(String list, String kind, List<Fault> warnings) {
        Set<String> names = new LinkedHashSet<>();
        for (FetItem item : items(list, kind)) {
            String name = kind.equals("Teacher") ? item.text("Name") : item.optional("Name");
            if (!names.add(name)) {
                warnings.add(twice(item, kind, name));
            }
        }
        return names;
    }

    private static Fault twice(FetItem item, String kind, String name) {
        return new Fault(
                "line " + item.line(),
                "The name of a %s (%s) occurs twice; the second is ignored.".formatted(kind, name));
    }

    private void room(FetItem item, List<Fault> warnings) {
        String name = item.text("Name");
        List<List<String>> sets = item.isTrue("Virtual")
                ? item.items("Set_of_Real_Rooms").stream()
                        .map(set -> set.texts("Real_Room"))
                        .filter(set -> !set.isEmpty())
                        .toList()
                : List.of();
        FetRoom room =
                new FetRoom(name, item.optional("Building"), item.number("Capacity", 0, 10_000_000, 10_000_000), sets);
        if (rooms.putIfAbsent(name, room) != null) {
            warnings.add(twice(item, "Room", name));
        }
    }

    private void checkSets(FetItem item) {
        item.items("Set_of_Real_Rooms")
                .forEach(set -> set.texts("Real_Room").forEach(room -> set.known("room", room, rooms.keySet())));
    }

    private void activities() {
        Map<String, Integer> components = new HashMap<>();
        for (FetItem item : items("Activities_List", "Activity")) {
            String id = item.text("Id");
            if (!activityIds.add(id)) {
                item.fault("The id of an Activity (%s) occurs twice.".formatted(id));
            }
            String split = item.optional("Activity_Group_Id");
            int component = split.isEmpty() || split.equals("0") ? 1 : components.merge(split, 1, Integer::sum);
            if (item.active()) {
                activities.put(id, activity(item, id, component));
            }
        }
    }

    private FetActivity activity(FetItem item, String id, int component) {
        List<String> given = new ArrayList<>(new LinkedHashSet<>(item.texts("Teacher")));
        given.forEach(teacher -> item.known("teacher", teacher, teachers));
        List<String> sets = item.texts("Students");
        sets.forEach(set -> item.known("students set", set, students.names()));
        int size = sets.stream().mapToInt(students::size).sum();
        return new FetActivity(
                id,
                item.line(),
                given,
                item.optional("Subject"),
                Set.copyOf(item.texts("Activity_Tag")),
                sets,
                students.groupsOf(sets),
                item.number("Duration", 1, hours.size()),
                component,
                item.number("Number_Of_Students", -1, 10_000_000, -1) >= 0
                        ? item.number("Number_Of_Students", 0, 10_000_000)
                        : size);
    }
}
