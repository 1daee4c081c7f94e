package org.horarium.formats.college.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.horarium.formats.college.ActivityTemplate.Granularity;
import org.horarium.formats.college.Batch;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Course;
import org.horarium.formats.college.Student;

/**
 * The students of a college, cut into {@link Atom}s, and which atoms each batch, section and subgroup consists of.
 *
 * <p>A <i>leaf</i> is a subgroup, or a section without subgroups. Where individual students of a leaf are listed, those
 * with the same electives form an atom, and students that the leaf's size counts but nobody listed take no elective.
 * Where no student of a leaf is listed, the whole leaf is one atom and takes every elective of its batch: nothing is
 * known of the choice, so everybody must be able to come.
 */
public final class AttendeeGroups {
    private final List<Atom> atoms = new ArrayList<>();
    private final Map<String, List<Atom>> atomsOfGroup = new LinkedHashMap<>();
    private final Map<String, Batch> batches = new LinkedHashMap<>();

    private AttendeeGroups() {}

    /** Cuts the students of a college. */
    public static AttendeeGroups of(College college) {
        AttendeeGroups groups = new AttendeeGroups();
        Map<String, List<Student>> listed = new LinkedHashMap<>();
        for (Student student : college.students()) {
            listed.computeIfAbsent(student.group(), leaf -> new ArrayList<>()).add(student);
        }
        Map<String, Set<String>> electives = new LinkedHashMap<>();
        for (Course course : college.courses()) {
            if (course.elective()) {
                course.batches()
                        .forEach(batch -> electives
                                .computeIfAbsent(batch, id -> new TreeSet<>())
                                .add(course.id()));
            }
        }
        for (Batch batch : college.batches()) {
            groups.add(batch, listed, electives.getOrDefault(batch.id(), Set.of()));
        }
        return groups;
    }

    private void add(Batch batch, Map<String, List<Student>> listed, Set<String> offered) {
        batches.putIfAbsent(batch.id(), batch);
        List<Atom> ofBatch = new ArrayList<>();
        for (Batch.Section section : batch.sections()) {
            List<Atom> ofSection = new ArrayList<>();
            if (section.subgroups().isEmpty()) {
                ofSection.addAll(cut(section.id(), section.name(), section.size(), listed, offered));
            }
            for (Batch.Subgroup subgroup : section.subgroups()) {
                List<Atom> ofSubgroup = cut(subgroup.id(), subgroup.name(), subgroup.size(), listed, offered);
                atomsOfGroup.putIfAbsent(subgroup.id(), ofSubgroup);
                ofSection.addAll(ofSubgroup);
            }
            atomsOfGroup.putIfAbsent(section.id(), ofSection);
            ofBatch.addAll(ofSection);
        }
        atomsOfGroup.putIfAbsent(batch.id(), ofBatch);
        atoms.addAll(ofBatch);
    }

    private static List<Atom> cut(
            String leaf, String name, int size, Map<String, List<Student>> listed, Set<String> offered) {
        List<Student> students = listed.getOrDefault(leaf, List.of());
        if (students.isEmpty()) {
            return List.of(atom(leaf, name, size, offered, false));
        }
        Map<String, Integer> sizes = new TreeMap<>();
        Map<String, Set<String>> choices = new LinkedHashMap<>();
        int unlisted = size - students.size();
        if (unlisted > 0) {
            sizes.put("", unlisted);
            choices.put("", Set.of());
        }
        for (Student student : students) {
            Set<String> choice = new TreeSet<>(student.electives());
            String key = String.join("+", choice);
            sizes.merge(key, 1, Integer::sum);
            choices.putIfAbsent(key, choice);
        }
        List<Atom> atoms = new ArrayList<>();
        sizes.forEach((key, count) -> atoms.add(atom(leaf, name, count, choices.getOrDefault(key, Set.of()), true)));
        return atoms;
    }

    private static Atom atom(String leaf, String name, int size, Set<String> electives, boolean chosen) {
        boolean plain = electives.isEmpty() || !chosen;
        String id = plain ? leaf : leaf + "+" + String.join("+", electives);
        String shown = plain ? name : name + " with " + String.join(", ", electives);
        return new Atom(id, shown, leaf, size, electives);
    }

    /** All atoms, in the order of the batches. */
    public List<Atom> atoms() {
        return Collections.unmodifiableList(atoms);
    }

    /**
     * The atoms that a group consists of.
     *
     * @param group id of a batch, a section or a subgroup; of an unknown group there are none
     */
    public List<Atom> atomsOf(String group) {
        return Collections.unmodifiableList(atomsOfGroup.getOrDefault(group, List.of()));
    }

    /**
     * Whom a template of a course is given to separately: group id (the {@code group} of an activity's id) and the atoms
     * that attend.
     *
     * <p>For an elective course only those who take it count; by {@link Granularity#BATCH} they all meet together, from
     * all its batches, and the group's id is that of the course. A group that nobody attends is left out.
     */
    public Map<String, List<Atom>> attendees(Course course, Granularity granularity) {
        Map<String, List<Atom>> result = new LinkedHashMap<>();
        for (String id : course.batches()) {
            Batch batch = batches.get(id);
            if (batch == null) {
                continue;
            }
            if (granularity == Granularity.BATCH) {
                String group = course.elective() ? course.id() : batch.id();
                result.computeIfAbsent(group, key -> new ArrayList<>()).addAll(attending(course, batch.id()));
                continue;
            }
            for (Batch.Section section : batch.sections()) {
                if (granularity == Granularity.SECTION || section.subgroups().isEmpty()) {
                    result.put(section.id(), attending(course, section.id()));
                } else {
                    section.subgroups()
                            .forEach(subgroup -> result.put(subgroup.id(), attending(course, subgroup.id())));
                }
            }
        }
        result.values().removeIf(List::isEmpty);
        return result;
    }

    private List<Atom> attending(Course course, String group) {
        return atomsOf(group).stream()
                .filter(atom -> !course.elective() || atom.electives().contains(course.id()))
                .toList();
    }

    /** Number of students in some atoms. */
    public static int size(List<Atom> atoms) {
        return atoms.stream().mapToInt(Atom::size).sum();
    }
}
