package org.horarium.server.institution;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStudentMemberships implements StudentMemberships {
    private final JdbcClient jdbc;

    JdbcStudentMemberships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Membership> of(String student) {
        return jdbc.sql(
                        "SELECT g.code FROM student JOIN attendee_group g ON g.id = student.group_id WHERE student.code = ?")
                .param(student)
                .query(String.class)
                .optional()
                .map(group -> new Membership(
                        group, jdbc.sql("""
                                SELECT course.code
                                FROM student
                                JOIN student_elective elective ON elective.student_id = student.id
                                JOIN course ON course.id = elective.course_id
                                WHERE student.code = ? ORDER BY elective.position
                                """).param(student).query(String.class).list()));
    }

    @Override
    public List<Student> in(Collection<String> groups) {
        return jdbc.sql("""
                        SELECT student.code, g.code AS group_code,
                               ARRAY(SELECT course.code
                                     FROM student_elective elective JOIN course ON course.id = elective.course_id
                                     WHERE elective.student_id = student.id ORDER BY elective.position)::text[] AS electives
                        FROM student JOIN attendee_group g ON g.id = student.group_id
                        WHERE g.code = ANY(:groups) ORDER BY student.code
                        """)
                .param("groups", groups.toArray(new String[0]))
                .query((row, number) -> new Student(
                        row.getString("code"), new Membership(row.getString("group_code"), List.of((String[])
                                row.getArray("electives").getArray()))))
                .list();
    }
}
