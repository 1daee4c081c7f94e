package org.horarium.formats.college;

import java.util.List;

/**
 * Everything a weekly timetable is made from.
 *
 * @param name of the college
 * @param term the term that is planned
 * @param departments who owns the records
 * @param buildings where rooms are
 * @param equipment what rooms hold or what is carried around
 * @param rooms where activities take place
 * @param batches cohorts of students with their sections and subgroups
 * @param students individual students; may be empty when group sizes are given
 * @param personnel who gives activities
 * @param courses what is taught, with its activity templates
 * @param preferences who likes to give what
 * @param pins what is fixed
 * @param objective what matters how much
 */
public record College(
        String name,
        Term term,
        List<Department> departments,
        List<Building> buildings,
        List<Equipment> equipment,
        List<Room> rooms,
        List<Batch> batches,
        List<Student> students,
        List<Personnel> personnel,
        List<Course> courses,
        List<Preference> preferences,
        List<ActivityPin> pins,
        Objective objective) {
    public College {
        departments = List.copyOf(departments);
        buildings = List.copyOf(buildings);
        equipment = List.copyOf(equipment);
        rooms = List.copyOf(rooms);
        batches = List.copyOf(batches);
        students = List.copyOf(students);
        personnel = List.copyOf(personnel);
        courses = List.copyOf(courses);
        preferences = List.copyOf(preferences);
        pins = List.copyOf(pins);
    }

    /** A department. */
    public record Department(String id, String name) {}

    /** A building. */
    public record Building(String id, String name) {}

    /**
     * A kind of equipment.
     *
     * @param id unique among equipment
     * @param name for people
     * @param portable pieces that can be carried to any room, shared by the college; 0 when it stands in rooms only
     */
    public record Equipment(String id, String name, int portable) {}
}
