package org.horarium.server.institution.document;

import java.util.List;
import java.util.UUID;
import org.horarium.formats.college.Batch;
import org.horarium.formats.college.Batch.Section;
import org.horarium.formats.college.Batch.Subgroup;
import org.horarium.formats.college.Student;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Batches with their sections and subgroups, and students. */
@Component
final class GroupsPart {
    private final JdbcTemplate jdbc;

    GroupsPart(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insertBatches(List<Batch> all) {
        Rows batches = new Rows();
        Rows sections = new Rows();
        Rows subgroups = new Rows();
        for (Batch batch : all) {
            batches.add(batch.id(), batch.name(), batch.department(), batch.semester());
            for (Section section : batch.sections()) {
                sections.add("SECTION", section.id(), section.name(), section.size(), batch.id());
                for (Subgroup subgroup : section.subgroups()) {
                    subgroups.add("SUBGROUP", subgroup.id(), subgroup.name(), subgroup.size(), section.id());
                }
            }
        }
        batches.insert(jdbc, """
                INSERT INTO attendee_group (kind, code, name, department_id, semester)
                VALUES ('BATCH', ?, ?, (SELECT id FROM department WHERE code = ?), ?)
                """);
        String below = """
                INSERT INTO attendee_group (kind, code, name, size, parent_id)
                VALUES (?, ?, ?, ?, (SELECT id FROM attendee_group WHERE code = ?))
                """;
        sections.insert(jdbc, below);
        subgroups.insert(jdbc, below);
    }

    void insertStudents(List<Student> all) {
        Rows students = new Rows();
        all.forEach(student -> students.add(student.id(), student.name(), student.email(), student.group()));
        students.insert(jdbc, """
                INSERT INTO student (code, name, email, group_id)
                VALUES (?, ?, ?, (SELECT id FROM attendee_group WHERE code = ?))
                """);
    }

    /** What students chose; after their courses. */
    void insertElectives(List<Student> all) {
        Rows electives = new Rows();
        for (Student student : all) {
            int position = 0;
            for (String course : student.electives()) {
                electives.add(student.id(), course, ++position);
            }
        }
        electives.insert(jdbc, """
                INSERT INTO student_elective (student_id, course_id, position)
                VALUES ((SELECT id FROM student WHERE code = ?), (SELECT id FROM course WHERE code = ?), ?)
                """);
    }

    List<Batch> batches() {
        Lists<Subgroup> subgroups = Lists.read(
                jdbc, """
                SELECT parent_id AS owner, code, name, size FROM attendee_group
                WHERE kind = 'SUBGROUP' AND archived_at IS NULL ORDER BY entry_no
                """, (row, n) -> new Subgroup(row.getString("code"), row.getString("name"), row.getInt("size")));
        Lists<Section> sections = Lists.read(
                jdbc,
                """
                SELECT parent_id AS owner, id, code, name, size FROM attendee_group
                WHERE kind = 'SECTION' AND archived_at IS NULL ORDER BY entry_no
                """,
                (row, n) -> new Section(
                        row.getString("code"),
                        row.getString("name"),
                        row.getInt("size"),
                        subgroups.of(row.getObject("id", UUID.class))));
        return jdbc.query(
                """
                SELECT batch.id, batch.code, batch.name, department.code AS department, semester
                FROM attendee_group batch JOIN department ON department.id = department_id
                WHERE kind = 'BATCH' AND batch.archived_at IS NULL ORDER BY batch.entry_no
                """,
                (row, n) -> new Batch(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("department"),
                        row.getInt("semester"),
                        sections.of(row.getObject("id", UUID.class))));
    }

    List<Student> students() {
        Lists<String> electives = Lists.read(jdbc, """
                SELECT student_id AS owner, course.code
                FROM student_elective JOIN course ON course.id = course_id
                ORDER BY student_id, position, course.code
                """, (row, n) -> row.getString("code"));
        return jdbc.query(
                """
                SELECT student.id, student.code, student.name, email, attendee_group.code AS group_code
                FROM student JOIN attendee_group ON attendee_group.id = group_id
                WHERE student.archived_at IS NULL
                ORDER BY student.entry_no
                """,
                (row, n) -> new Student(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("group_code"),
                        electives.of(row.getObject("id", UUID.class))));
    }
}
