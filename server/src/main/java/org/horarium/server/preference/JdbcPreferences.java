package org.horarium.server.preference;

import java.util.List;
import org.horarium.formats.college.Preference;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Preferences in their table. */
@Component
class JdbcPreferences implements Preferences {
    private final JdbcTemplate jdbc;

    JdbcPreferences(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void insert(List<Preference> preferences) {
        if (preferences.isEmpty()) {
            return;
        }
        int[] inserted = jdbc.batchUpdate(
                """
                INSERT INTO preference (personnel_id, template_id, bucket, rank, reason)
                SELECT personnel.id, template.id, ?, ?, ?
                FROM personnel, activity_template template WHERE personnel.code = ? AND template.code = ?
                """,
                preferences.stream()
                        .map(preference -> new Object[] {
                            preference.bucket().name(),
                            preference.order(),
                            preference.reason(),
                            preference.person(),
                            preference.template()
                        })
                        .toList());
        for (int i = 0; i < inserted.length; i++) {
            if (inserted[i] == 0) {
                throw new IllegalArgumentException(
                        "The preference of the person (%s) for the template (%s) can't be kept: there is no such person or no such template."
                                .formatted(
                                        preferences.get(i).person(),
                                        preferences.get(i).template()));
            }
        }
    }

    @Override
    public List<Preference> read() {
        return jdbc.query(
                """
                SELECT personnel.code AS person, template.code AS template, bucket, rank, reason
                FROM preference
                JOIN personnel ON personnel.id = personnel_id
                JOIN activity_template template ON template.id = template_id
                ORDER BY preference.entry_no
                """,
                (row, n) -> new Preference(
                        row.getString("person"),
                        row.getString("template"),
                        Preference.Bucket.valueOf(row.getString("bucket")),
                        row.getObject("rank", Integer.class),
                        row.getString("reason")));
    }
}
