package org.horarium.server.institution.admin;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many activities a template would make in a week: the same rule as the view {@code template_group}. */
@Component
class ActivityCount {
    private final JdbcClient jdbc;

    ActivityCount(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The count.
     *
     * @param groups groups that get activities of their own
     * @param sessions of each in a week
     */
    record Count(long groups, int sessions) {
        public long activities() {
            return groups * sessions;
        }
    }

    /** By the values of a template's form; what can't be read counts for nothing. */
    Count of(Map<String, String> values) {
        String sessions = values.getOrDefault("sessions_per_week", "");
        long groups = jdbc.sql("""
                        SELECT count(DISTINCT CASE lower(:attendees)
                                   WHEN 'batch' THEN CASE WHEN course.elective THEN course.id ELSE leaf.batch_id END
                                   WHEN 'section' THEN leaf.section_id
                                   WHEN 'subgroup' THEN leaf.leaf_id END)
                        FROM course
                        JOIN course_batch ON course_batch.course_id = course.id
                        JOIN leaf_group leaf ON leaf.batch_id = course_batch.batch_id
                        WHERE course.code = :course
                          AND (NOT course.elective
                               OR NOT EXISTS (SELECT FROM student WHERE student.group_id = leaf.leaf_id)
                               OR EXISTS (SELECT FROM student_elective JOIN student ON student.id = student_id
                                          WHERE student_elective.course_id = course.id
                                            AND student.group_id = leaf.leaf_id))
                        """)
                .param("attendees", values.getOrDefault("attendees", ""))
                .param("course", values.getOrDefault("course", ""))
                .query(Long.class)
                .single();
        return new Count(groups, sessions.matches("\\d{1,4}") ? Integer.parseInt(sessions) : 0);
    }
}
