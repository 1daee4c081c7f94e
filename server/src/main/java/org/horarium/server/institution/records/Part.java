package org.horarium.server.institution.records;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.horarium.server.institution.records.Values.Need;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes a value with several entries into its own table. All deletions of a change come before all insertions. */
sealed interface Part {
    /**
     * A record whose value changes.
     *
     * @param code of the record
     * @param before entries that are there
     * @param after entries that shall be there
     */
    record Change(String code, List<Object[]> before, List<Object[]> after) {}

    /** Removes what shall not be there any more. */
    void delete(JdbcTemplate jdbc, List<Change> changes);

    /** Adds what shall be there. */
    void insert(JdbcTemplate jdbc, List<Change> changes);

    /**
     * A table with a row for each entry, told apart by the first values of the entry.
     *
     * @param keys how many values tell an entry apart
     * @param deletion parameters: code of the record, keys
     * @param insertion parameters: code of the record, all values, position; changes an entry that is there
     */
    record Table(int keys, String deletion, String insertion) implements Part {
        @Override
        public void delete(JdbcTemplate jdbc, List<Change> changes) {
            List<Object[]> rows = new ArrayList<>();
            for (Change change : changes) {
                Set<List<Object>> kept = new HashSet<>();
                change.after().forEach(entry -> kept.add(key(entry)));
                for (Object[] entry : change.before()) {
                    if (!kept.contains(key(entry))) {
                        List<Object> row = new ArrayList<>();
                        row.add(change.code());
                        row.addAll(key(entry));
                        rows.add(row.toArray());
                    }
                }
            }
            run(jdbc, deletion, rows);
        }

        private List<Object> key(Object[] entry) {
            return List.of(entry).subList(0, keys);
        }

        @Override
        public void insert(JdbcTemplate jdbc, List<Change> changes) {
            List<Object[]> rows = new ArrayList<>();
            for (Change change : changes) {
                int position = 0;
                for (Object[] entry : change.after()) {
                    List<Object> row = new ArrayList<>();
                    row.add(change.code());
                    row.addAll(List.of(entry));
                    row.add(++position);
                    rows.add(row.toArray());
                }
            }
            run(jdbc, insertion, rows);
        }
    }

    /** Requirements of an activity template with their candidates; entries are single {@link Need}s. */
    record Requirements() implements Part {
        @Override
        public void delete(JdbcTemplate jdbc, List<Change> changes) {
            run(
                    jdbc,
                    """
                    DELETE FROM template_requirement
                    WHERE template_id = (SELECT id FROM activity_template WHERE code = ?)
                    """,
                    changes.stream()
                            .filter(change -> !change.before().isEmpty())
                            .map(change -> new Object[] {change.code()})
                            .toList());
        }

        @Override
        public void insert(JdbcTemplate jdbc, List<Change> changes) {
            List<Object[]> requirements = new ArrayList<>();
            List<Object[]> candidates = new ArrayList<>();
            for (Change change : changes) {
                int number = 0;
                for (Object[] entry : change.after()) {
                    Need need = (Need) entry[0];
                    requirements.add(new Object[] {change.code(), ++number, need.role(), need.count()});
                    int position = 0;
                    for (String person : need.candidates()) {
                        candidates.add(new Object[] {change.code(), number, person, ++position});
                    }
                }
            }
            run(jdbc, """
                    INSERT INTO template_requirement (template_id, position, staff_role, count)
                    VALUES ((SELECT id FROM activity_template WHERE code = ?), ?, ?, ?)
                    """, requirements);
            run(jdbc, """
                    INSERT INTO template_candidate (requirement_id, personnel_id, position)
                    VALUES ((SELECT requirement.id
                             FROM template_requirement requirement
                             JOIN activity_template template ON template.id = template_id
                             WHERE template.code = ? AND requirement.position = ?),
                            (SELECT id FROM personnel WHERE code = ?), ?)
                    """, candidates);
        }
    }

    private static void run(JdbcTemplate jdbc, String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }
}
