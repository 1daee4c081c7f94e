package org.horarium.server.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.horarium.server.schedule.InvalidScopeException.FieldFault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what the codes of a {@link ScheduleScope} name, or says everything that is wrong with them. */
@Component
final class ScopeResolver {
    private final JdbcClient jdbc;

    ScopeResolver(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A scope whose records are there.
     *
     * @param term id of the term
     * @param department id of the department
     * @param group id of the batch or section; null for all batches
     * @param groupKind {@code BATCH} or {@code SECTION}; null without a group
     * @param semester of study; null for any
     * @param name for a schedule of this scope
     */
    record Resolved(
            UUID term,
            UUID department,
            @Nullable UUID group,
            @Nullable String groupKind,
            @Nullable Integer semester,
            String name) {
        /** Equal for equal scopes. */
        String key() {
            return "%s/%s/%s/%s"
                    .formatted(term, department, group == null ? "all" : group, semester == null ? "any" : semester);
        }
    }

    private record Named(UUID id, String name) {}

    private record Group(UUID id, String name, String kind, UUID department, int semester) {}

    Resolved resolve(ScheduleScope scope) {
        List<FieldFault> faults = new ArrayList<>();
        Named department = department(scope.department(), faults);
        Group group = null;
        if (scope.batch() != null) {
            group = group(scope.batch(), scope.department(), department, faults);
        }
        if (scope.semester() != null && department != null) {
            checkSemester(scope.semester(), group, department, scope, faults);
        }
        Named term = term(scope.academicYear(), faults);
        if (department == null || term == null || !faults.isEmpty()) {
            throw new InvalidScopeException(faults);
        }
        List<String> name = new ArrayList<>();
        name.add(group == null ? department.name() : group.name());
        if (scope.semester() != null) {
            name.add("semester " + scope.semester());
        }
        name.add(term.name());
        return new Resolved(
                term.id(),
                department.id(),
                group == null ? null : group.id(),
                group == null ? null : group.kind(),
                scope.semester(),
                String.join(", ", name));
    }

    private @Nullable Named department(String code, List<FieldFault> faults) {
        Named found = jdbc.sql("SELECT id, name FROM department WHERE code = ?")
                .param(code)
                .query(Named.class)
                .optional()
                .orElse(null);
        if (found == null) {
            faults.add(new FieldFault(
                    "department",
                    "There is no department (" + code + "). " + oneOf("SELECT code FROM department ORDER BY code")));
        }
        return found;
    }

    private @Nullable Group group(
            String code, String departmentCode, @Nullable Named department, List<FieldFault> faults) {
        Group found = jdbc.sql("""
                        SELECT g.id, g.name, g.kind,
                               coalesce(g.department_id, batch.department_id, batch_of_section.department_id) AS department,
                               coalesce(g.semester, batch.semester, batch_of_section.semester) AS semester
                        FROM attendee_group g
                        LEFT JOIN attendee_group batch ON batch.id = g.parent_id
                        LEFT JOIN attendee_group batch_of_section ON batch_of_section.id = batch.parent_id
                        WHERE g.code = ?
                        """).param(code).query(Group.class).optional().orElse(null);
        if (found == null) {
            String known = department == null
                    ? "Choose one of the list."
                    : oneOf(
                            "SELECT code FROM attendee_group WHERE kind = 'BATCH' AND department_id = ? ORDER BY code",
                            department.id());
            faults.add(new FieldFault("batch", "There is no batch (" + code + "). " + known));
        } else if (found.kind().equals("SUBGROUP")) {
            faults.add(new FieldFault(
                    "batch", "The group (" + code + ") is a subgroup. Choose its section or its batch."));
        } else if (department != null && !found.department().equals(department.id())) {
            faults.add(new FieldFault(
                    "batch",
                    "The batch (" + code + ") is not of the department (" + departmentCode
                            + "). Choose one of its own, or its department."));
        }
        return found;
    }

    private void checkSemester(
            int semester, @Nullable Group group, Named department, ScheduleScope scope, List<FieldFault> faults) {
        if (group != null) {
            if (group.semester() != semester) {
                faults.add(new FieldFault(
                        "semester",
                        "The batch (" + scope.batch() + ") is in semester (" + group.semester() + "), not in ("
                                + semester + ")."));
            }
            return;
        }
        if (scope.batch() == null && !semesters(department).contains(semester)) {
            faults.add(new FieldFault(
                    "semester",
                    "The department (" + scope.department() + ") has no batch in semester (" + semester + "). "
                            + oneOf("""
                                    SELECT DISTINCT semester::text FROM attendee_group
                                    WHERE kind = 'BATCH' AND department_id = ? ORDER BY 1
                                    """, department.id())));
        }
    }

    private List<Integer> semesters(Named department) {
        return jdbc.sql("SELECT semester FROM attendee_group WHERE kind = 'BATCH' AND department_id = ?")
                .param(department.id())
                .query(Integer.class)
                .list();
    }

    /** The term that runs today, else the next to begin, else the last. */
    private @Nullable Named term(String academicYear, List<FieldFault> faults) {
        Named found =
                jdbc.sql("""
                        SELECT id, name
                        FROM term, LATERAL (SELECT (now() AT TIME ZONE time_zone)::date AS date) today
                        WHERE academic_year = ? AND archived_at IS NULL
                        ORDER BY CASE WHEN today.date BETWEEN first_day AND last_day THEN 0
                                      WHEN first_day > today.date THEN 1
                                      ELSE 2 END,
                                 CASE WHEN first_day > today.date THEN first_day END,
                                 last_day DESC
                        LIMIT 1
                        """).param(academicYear).query(Named.class).optional().orElse(null);
        if (found == null) {
            faults.add(new FieldFault(
                    "academicYear",
                    "There is no term in the academic year (" + academicYear + "). "
                            + oneOf("SELECT DISTINCT academic_year::text FROM term ORDER BY 1")));
        }
        return found;
    }

    /** What could be chosen instead. */
    private String oneOf(String sql, Object... params) {
        List<String> known = jdbc.sql(sql).params(params).query(String.class).list();
        if (known.isEmpty()) {
            return "There is none yet: enter or import data first.";
        }
        int shown = Math.min(known.size(), 12);
        return "Choose one of " + String.join(", ", known.subList(0, shown)) + (known.size() > shown ? ", …" : ".");
    }
}
