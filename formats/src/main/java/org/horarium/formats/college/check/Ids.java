package org.horarium.formats.college.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.horarium.formats.FaultCollector;
import org.horarium.formats.college.Batch;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Course;

/** The ids of a college, by kind. Making one checks that they are well formed and unique. */
final class Ids {
    final Kind departments;
    final Kind buildings;
    final Kind equipment;
    final Kind rooms;
    final Kind groups;
    final Kind students;
    final Kind personnel;
    final Kind courses;
    final Kind templates;

    private Ids(FaultCollector faults) {
        departments = new Kind("department", faults);
        buildings = new Kind("building", faults);
        equipment = new Kind("equipment", faults);
        rooms = new Kind("room", faults);
        groups = new Kind("batch, section or subgroup", faults);
        students = new Kind("student", faults);
        personnel = new Kind("person", faults);
        courses = new Kind("course", faults);
        templates = new Kind("activity template", faults);
    }

    static Ids of(College college, FaultCollector faults) {
        Ids ids = new Ids(faults);
        ids.departments.addAll("/departments", college.departments(), College.Department::id);
        ids.buildings.addAll("/buildings", college.buildings(), College.Building::id);
        ids.equipment.addAll("/equipment", college.equipment(), College.Equipment::id);
        ids.rooms.addAll("/rooms", college.rooms(), room -> room.id());
        ids.groups.addAll("/batches", college.batches(), Batch::id);
        for (int b = 0; b < college.batches().size(); b++) {
            Batch batch = college.batches().get(b);
            String sections = "/batches/" + b + "/sections";
            ids.groups.addAll(sections, batch.sections(), Batch.Section::id);
            for (int s = 0; s < batch.sections().size(); s++) {
                ids.groups.addAll(
                        sections + "/" + s + "/subgroups",
                        batch.sections().get(s).subgroups(),
                        Batch.Subgroup::id);
            }
        }
        ids.students.addAll("/students", college.students(), student -> student.id());
        ids.personnel.addAll("/personnel", college.personnel(), person -> person.id());
        ids.courses.addAll("/courses", college.courses(), Course::id);
        for (int c = 0; c < college.courses().size(); c++) {
            ids.templates.addAll(
                    "/courses/" + c + "/activities", college.courses().get(c).activities(), template -> template.id());
        }
        return ids;
    }

    /** The ids of one kind of record. */
    static final class Kind {
        private static final Pattern WELL_FORMED = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:-]{0,63}");

        private final String name;
        private final FaultCollector faults;
        private final Map<String, String> places = new LinkedHashMap<>();

        private Kind(String name, FaultCollector faults) {
            this.name = name;
            this.faults = faults;
        }

        private <T> void addAll(String where, List<T> records, Function<T, String> id) {
            for (int i = 0; i < records.size(); i++) {
                add(where + "/" + i, id.apply(records.get(i)));
            }
        }

        private void add(String where, String id) {
            String first = places.putIfAbsent(id, where);
            if (id.equals(CollegeChecks.UNREADABLE)) {
                return;
            }
            if (first != null) {
                faults.add(
                        where + "/id", "The %s id (%s) is already used at %s. Give each its own id.", name, id, first);
            } else if (!WELL_FORMED.matcher(id).matches()) {
                faults.add(
                        where + "/id",
                        "The %s id (%s) can't be used. Ids are 1 to 64 letters, digits, '.', '_', ':' and '-', and begin"
                                + " with a letter or a digit.",
                        name,
                        id);
            }
        }

        /** Whether all ids could be read. */
        boolean readable() {
            return !places.containsKey(CollegeChecks.UNREADABLE);
        }

        /** Whether an id exists. */
        boolean exists(String id) {
            return places.containsKey(id);
        }

        /** Whether an id exists, or may be one that could not be read. */
        boolean known(String id) {
            return places.containsKey(id)
                    || id.equals(CollegeChecks.UNREADABLE)
                    || places.containsKey(CollegeChecks.UNREADABLE);
        }

        /**
         * Adds a fault if a reference leads nowhere.
         *
         * @param where place of the reference
         * @param owner who refers, for example "room (R101)"
         * @param id what it refers to
         * @return whether it leads somewhere
         */
        boolean require(String where, String owner, String id) {
            if (!known(id)) {
                faults.add(
                        where,
                        "The %s refers to a %s (%s) that does not exist. %s",
                        owner,
                        name,
                        id,
                        faults.advice(id, places.keySet()));
                return false;
            }
            return true;
        }
    }
}
