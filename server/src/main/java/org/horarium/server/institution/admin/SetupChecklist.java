package org.horarium.server.institution.admin;

import java.util.ArrayList;
import java.util.List;
import org.horarium.server.access.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is missing before a timetable can be made, item by item in the order in which one enters it. */
@Component
class SetupChecklist {
    /** Records that an item names at most. */
    private static final int NAMED = 5;

    private static final List<Check> CHECKS = List.of(
            new Check("college", "college", "SELECT count(*) FROM institution", null),
            new Check("terms", "terms", """
                    SELECT count(*) FROM term WHERE archived_at IS NULL
                      AND EXISTS (SELECT FROM term_day WHERE term_id = term.id)
                      AND EXISTS (SELECT FROM term_period WHERE term_id = term.id AND kind = 'SLOT')""", null),
            new Check("departments", "departments", "SELECT count(*) FROM department WHERE archived_at IS NULL", null),
            new Check(
                    "batches",
                    "batches",
                    "SELECT count(*) FROM attendee_group it JOIN department ON department.id = it.department_id"
                            + " WHERE it.archived_at IS NULL AND " + Check.OWN,
                    null),
            new Check(
                    "sections",
                    "batches",
                    "SELECT count(*) FROM attendee_group WHERE kind = 'SECTION' AND archived_at IS NULL",
                    """
                    SELECT it.code FROM attendee_group it JOIN department ON department.id = it.department_id
                    WHERE it.archived_at IS NULL AND it.kind = 'BATCH'
                      AND NOT EXISTS (SELECT FROM attendee_group below WHERE below.parent_id = it.id) AND """ + Check.OWN),
            new Check("rooms", "rooms", "SELECT count(*) FROM room WHERE archived_at IS NULL", null),
            new Check(
                    "personnel",
                    "personnel",
                    "SELECT count(*) FROM personnel WHERE archived_at IS NULL",
                    """
                    SELECT it.code FROM personnel it JOIN department ON department.id = it.department_id
                    WHERE it.archived_at IS NULL
                      AND NOT EXISTS (SELECT FROM personnel_role WHERE personnel_id = it.id)
                      AND NOT EXISTS (SELECT FROM template_candidate WHERE personnel_id = it.id) AND """ + Check.OWN),
            new Check("courses", "courses", "SELECT count(*) FROM course WHERE archived_at IS NULL", """
                    SELECT it.code FROM course it JOIN department ON department.id = it.department_id
                    WHERE it.archived_at IS NULL
                      AND NOT EXISTS (SELECT FROM course_batch WHERE course_id = it.id) AND """ + Check.OWN),
            new Check("templates", "courses", "SELECT count(*) FROM activity_template", """
                    SELECT it.code FROM course it JOIN department ON department.id = it.department_id
                    WHERE it.archived_at IS NULL
                      AND NOT EXISTS (SELECT FROM activity_template WHERE course_id = it.id) AND """ + Check.OWN),
            new Check("givers", "templates", "SELECT count(*) FROM template_eligible", """
                    SELECT it.code FROM activity_template it JOIN course ON course.id = it.course_id
                    JOIN department ON department.id = course.department_id
                    WHERE course.archived_at IS NULL
                      AND EXISTS (SELECT FROM template_requirement WHERE template_id = it.id)
                      AND (SELECT sum(count) FROM template_requirement WHERE template_id = it.id)
                          > (SELECT count(*) FROM template_eligible WHERE template_id = it.id) AND """ + Check.OWN),
            new Check("places", "templates", "SELECT count(*) FROM room WHERE archived_at IS NULL", """
                    SELECT it.code FROM activity_template it JOIN course ON course.id = it.course_id
                    JOIN department ON department.id = course.department_id
                    WHERE course.archived_at IS NULL AND it.room_type IS NOT NULL
                      AND NOT EXISTS (SELECT FROM room WHERE room.room_type = it.room_type
                                      AND room.archived_at IS NULL) AND """ + Check.OWN));

    private final JdbcClient jdbc;

    SetupChecklist(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A check.
     *
     * @param key last part of its message keys
     * @param kind whose page puts it right
     * @param there SQL of how much is there
     * @param lacking SQL of the codes of records that lack something; null for none
     */
    private record Check(
            String key,
            String kind,
            String there,
            @org.jspecify.annotations.Nullable String lacking) {
        static final String OWN = "(:all OR department.code = ANY(:departments))";
    }

    /**
     * An item of the list.
     *
     * @param key last part of its message keys
     * @param kind whose page puts it right
     * @param done whether nothing is missing
     * @param records codes of records that lack something, some of them
     * @param more how many more there are
     */
    record Item(String key, String kind, boolean done, List<String> records, int more) {}

    /** The items for somebody: records of their departments. */
    List<Item> items(Actor actor) {
        List<Item> items = new ArrayList<>();
        for (Check check : CHECKS) {
            boolean there = statement(check.there(), actor).query(Long.class).single() > 0;
            List<String> lacking = check.lacking() == null
                    ? List.of()
                    : statement(check.lacking() + " ORDER BY 1", actor)
                            .query(String.class)
                            .list();
            items.add(new Item(
                    check.key(),
                    check.kind(),
                    there && lacking.isEmpty(),
                    lacking.stream().limit(NAMED).toList(),
                    Math.max(0, lacking.size() - NAMED)));
        }
        return items;
    }

    private JdbcClient.StatementSpec statement(String sql, Actor actor) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql);
        return sql.contains(":all")
                ? statement
                        .param("all", actor.isAdmin())
                        .param("departments", actor.departments().toArray(String[]::new))
                : statement;
    }
}
