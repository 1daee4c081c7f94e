package org.horarium.server.schedule.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.horarium.server.access.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What can be chosen in the form for a new schedule. */
@Component
class ScopeChoices {
    private final JdbcClient jdbc;

    ScopeChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A term. */
    record TermChoice(String code, String name, String academicYear) {}

    /** A department with its batches. */
    record DepartmentChoice(String code, String name, List<BatchChoice> batches) {}

    /** A batch. */
    record BatchChoice(String code, String name, int semester) {}

    /** All terms, the latest first. */
    List<TermChoice> terms() {
        return jdbc.sql("SELECT code, name, academic_year FROM term WHERE archived_at IS NULL ORDER BY first_day DESC")
                .query(TermChoice.class)
                .list();
    }

    /** The departments that somebody looks after. */
    List<DepartmentChoice> departments(Actor actor) {
        Map<String, List<BatchChoice>> batches = new HashMap<>();
        jdbc.sql("""
                        SELECT department.code AS department, batch.code, batch.name, batch.semester
                        FROM attendee_group batch JOIN department ON department.id = batch.department_id
                        WHERE batch.archived_at IS NULL
                        ORDER BY batch.entry_no
                        """).query(row -> {
            batches.computeIfAbsent(row.getString("department"), code -> new ArrayList<>())
                    .add(new BatchChoice(row.getString("code"), row.getString("name"), row.getInt("semester")));
        });
        return jdbc
                .sql("SELECT code, name FROM department WHERE archived_at IS NULL ORDER BY entry_no")
                .query((row, n) -> new DepartmentChoice(
                        row.getString("code"),
                        row.getString("name"),
                        batches.getOrDefault(row.getString("code"), List.of())))
                .list()
                .stream()
                .filter(department -> actor.mayManage(department.code()))
                .toList();
    }
}
