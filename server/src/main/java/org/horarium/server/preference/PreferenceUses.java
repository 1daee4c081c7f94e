package org.horarium.server.preference;

import java.util.ArrayList;
import java.util.List;
import org.horarium.server.institution.records.RecordKind;
import org.horarium.server.institution.records.RecordUses;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Preferences go with the people and activities that they are about: those that count, and what people have written but not submitted. */
@Component
class PreferenceUses implements RecordUses {
    private final JdbcClient jdbc;

    PreferenceUses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Use> of(RecordKind kind, String code) {
        return List.of();
    }

    @Override
    public List<Use> lostWith(RecordKind kind, String code) {
        List<Use> uses = new ArrayList<>();
        switch (kind) {
            case PERSONNEL -> {
                add(uses, "preferences", """
                        SELECT DISTINCT template.code FROM preference
                        JOIN activity_template template ON template.id = template_id
                        JOIN personnel ON personnel.id = personnel_id WHERE personnel.code = :code""", code, "");
                add(uses, "sheets", """
                        SELECT schedule.name FROM preference_sheet sheet
                        JOIN preference_round round ON round.id = sheet.round_id
                        JOIN schedule ON schedule.id = round.schedule_id
                        JOIN personnel ON personnel.id = sheet.personnel_id
                        WHERE personnel.code = :code
                          AND (sheet.draft IS NOT NULL
                               OR EXISTS (SELECT FROM preference_submission WHERE sheet_id = sheet.id))""", code, "/admin/schedules");
            }
            case TEMPLATES -> add(uses, "preferences", """
                        SELECT personnel.code FROM preference JOIN personnel ON personnel.id = personnel_id
                        WHERE template_id = (SELECT id FROM activity_template WHERE code = :code)
                        UNION
                        SELECT personnel.code FROM preference_sheet sheet
                        JOIN personnel ON personnel.id = sheet.personnel_id
                        WHERE sheet.draft @> jsonb_build_object('entries', jsonb_build_array(jsonb_build_object(
                            'template', (SELECT id FROM activity_template WHERE code = :code))))""", code, "");
            default -> {}
        }
        return uses;
    }

    private void add(List<Use> uses, String what, String sql, String code, String path) {
        List<String> names =
                jdbc.sql(sql).param("code", code).query(String.class).list();
        if (!names.isEmpty()) {
            uses.add(new Use(
                    what,
                    names.size(),
                    names.stream().sorted().limit(Use.EXAMPLES).toList(),
                    path));
        }
    }
}
