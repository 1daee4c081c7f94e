package org.horarium.formats.college.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.formats.FaultCollector;
import org.horarium.formats.college.Batch;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Course;
import org.horarium.formats.college.Student;
import org.jspecify.annotations.Nullable;

/** Batches with their sections and subgroups, and the students in them. */
final class StudentChecks {
    private static final int MAX_SEMESTER = 20;

    private final College college;
    private final Ids ids;
    private final FaultCollector faults;
    private final Map<String, Leaf> leaves = new LinkedHashMap<>();
    private final Map<String, Batch.Section> divided = new HashMap<>();

    /** Where students are listed: a subgroup, or a section without any. */
    private record Leaf(String where, String name, int size, Batch batch) {}

    private StudentChecks(College college, Ids ids, FaultCollector faults) {
        this.college = college;
        this.ids = ids;
        this.faults = faults;
    }

    static void check(College college, Ids ids, FaultCollector faults) {
        StudentChecks checks = new StudentChecks(college, ids, faults);
        for (int b = 0; b < college.batches().size(); b++) {
            checks.batch("/batches/" + b, college.batches().get(b));
        }
        checks.students();
    }

    private void batch(String where, Batch batch) {
        String owner = "batch (%s)".formatted(Show.id(batch.id()));
        Values.text(where, owner, "name", batch.name(), faults);
        Values.range(where, owner, "semester", batch.semester(), 1, MAX_SEMESTER, faults);
        ids.departments.require(where + "/department", owner, batch.department());
        if (batch.sections().isEmpty()) {
            faults.add(where + "/sections", "The %s has no sections. Give it at least one.", owner);
        }
        for (int s = 0; s < batch.sections().size(); s++) {
            section(where + "/sections/" + s, batch.sections().get(s), batch);
        }
    }

    private void section(String where, Batch.Section section, Batch batch) {
        String owner = "section (%s)".formatted(Show.id(section.id()));
        Values.text(where, owner, "name", section.name(), faults);
        Values.range(where, owner, "size", section.size(), 1, Limits.MAX_SIZE, faults);
        if (section.subgroups().isEmpty()) {
            leaves.putIfAbsent(section.id(), new Leaf(where, owner, section.size(), batch));
            return;
        }
        divided.putIfAbsent(section.id(), section);
        long sum = 0;
        for (int g = 0; g < section.subgroups().size(); g++) {
            Batch.Subgroup subgroup = section.subgroups().get(g);
            String at = where + "/subgroups/" + g;
            String named = "subgroup (%s)".formatted(Show.id(subgroup.id()));
            Values.text(at, named, "name", subgroup.name(), faults);
            Values.range(at, named, "size", subgroup.size(), 1, Limits.MAX_SIZE, faults);
            leaves.putIfAbsent(subgroup.id(), new Leaf(at, named, subgroup.size(), batch));
            sum += subgroup.size();
        }
        if (sum != section.size() && section.size() > 0 && sizesReadable(section)) {
            faults.add(
                    where + "/size",
                    "The %s has size (%d), but its subgroups add up to (%d). Make them agree.",
                    owner,
                    section.size(),
                    sum);
        }
    }

    private static boolean sizesReadable(Batch.Section section) {
        return section.subgroups().stream().allMatch(subgroup -> subgroup.size() > 0);
    }

    private void students() {
        Map<String, Integer> listed = new LinkedHashMap<>();
        Map<String, Course> courses = new HashMap<>();
        college.courses().forEach(course -> courses.putIfAbsent(course.id(), course));
        for (int i = 0; i < college.students().size(); i++) {
            Student student = college.students().get(i);
            String where = "/students/" + i;
            String owner = "student (%s)".formatted(Show.id(student.id()));
            Values.text(where, owner, "name", student.name(), faults);
            Values.optionalText(where, owner, "email", student.email(), faults);
            Leaf leaf = leaf(where, owner, student);
            electives(where, owner, student, leaf, courses);
            listed.merge(student.group(), 1, Integer::sum);
        }
        leaves.forEach((id, leaf) -> {
            int number = listed.getOrDefault(id, 0);
            if (number > leaf.size() && leaf.size() > 0 && !id.equals(CollegeChecks.UNREADABLE)) {
                faults.add(
                        leaf.where() + "/size",
                        "The %s has size (%d), but (%d) students are listed for it. Raise the size or move students.",
                        leaf.name(),
                        leaf.size(),
                        number);
            }
        });
    }

    private @Nullable Leaf leaf(String where, String owner, Student student) {
        Leaf leaf = leaves.get(student.group());
        if (leaf != null || !ids.groups.require(where + "/group", owner, student.group())) {
            return leaf;
        }
        Batch.Section section = divided.get(student.group());
        if (section != null) {
            faults.add(
                    where + "/group",
                    "The %s is in the section (%s), which has subgroups. Name one of them: %s.",
                    owner,
                    section.id(),
                    String.join(
                            ", ",
                            section.subgroups().stream().map(Batch.Subgroup::id).toList()));
        } else if (college.batches().stream().anyMatch(batch -> batch.id().equals(student.group()))) {
            faults.add(
                    where + "/group",
                    "The %s is in the batch (%s). Name one of its sections or subgroups.",
                    owner,
                    student.group());
        }
        return null;
    }

    private void electives(
            String where, String owner, Student student, @Nullable Leaf leaf, Map<String, Course> courses) {
        Set<String> seen = new HashSet<>();
        List<String> electives = student.electives();
        for (int i = 0; i < electives.size(); i++) {
            String id = electives.get(i);
            String at = where + "/electives/" + i;
            Values.once(at, owner, "elective", id, seen, faults);
            Course course = courses.get(id);
            if (course == null) {
                ids.courses.require(at, owner, id);
            } else if (!course.elective()) {
                faults.add(
                        at,
                        "The %s chose the course (%s), which is not an elective. Remove it: everybody of its batches"
                                + " attends it.",
                        owner,
                        id);
            } else if (leaf != null
                    && !course.batches().contains(leaf.batch().id())
                    && !course.batches().contains(CollegeChecks.UNREADABLE)
                    && !leaf.batch().id().equals(CollegeChecks.UNREADABLE)) {
                List<String> offered = college.courses().stream()
                        .filter(other -> other.elective()
                                && other.batches().contains(leaf.batch().id()))
                        .map(Course::id)
                        .toList();
                faults.add(
                        at,
                        "The %s of batch (%s) chose the elective (%s), which is for %s. %s",
                        owner,
                        leaf.batch().id(),
                        id,
                        course.batches(),
                        faults.advice(id, offered));
            }
        }
    }
}
