package org.horarium.server.preference.sheet;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.horarium.formats.college.Preference.Bucket;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The preferences that count, one row each: what schedules read. */
@Component
class Counting {
    private static final String PENDING = "PENDING";

    private final JdbcClient jdbc;

    Counting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Decided(String reason, String veto) {}

    /** Puts what was submitted in the place of what was; a veto with the same reason stays decided. */
    void replace(Sheet sheet, SheetContent content, WeekSlots.Week week) {
        UUID round = jdbc.sql("SELECT round_id FROM preference_sheet WHERE id = ?")
                .param(sheet.id())
                .query(UUID.class)
                .single();
        UUID person = sheet.person().id();
        Map<UUID, Decided> decided = new HashMap<>();
        jdbc.sql("""
                        DELETE FROM preference WHERE round_id = ? AND personnel_id = ?
                        RETURNING template_id, reason, veto
                        """).params(round, person).query(row -> {
            if (row.getString("veto") != null) {
                decided.put(
                        row.getObject("template_id", UUID.class),
                        new Decided(row.getString("reason"), row.getString("veto")));
            }
        });
        for (SheetContent.Entry entry : content.entries()) {
            Decided before = decided.get(entry.template());
            boolean same = before != null && before.reason().equals(entry.reason());
            jdbc.sql("""
                            INSERT INTO preference (round_id, personnel_id, template_id, bucket, rank, reason, veto)
                            VALUES (:round, :person, :template, :bucket, :rank, :reason, :veto)
                            """)
                    .param("round", round)
                    .param("person", person)
                    .param("template", entry.template())
                    .param("bucket", entry.bucket().name())
                    .param("rank", entry.order())
                    .param("reason", entry.reason())
                    .param(
                            "veto",
                            entry.bucket() != Bucket.CANNOT ? null : same && before != null ? before.veto() : PENDING)
                    .update();
        }
        jdbc.sql("DELETE FROM preference_unavailability WHERE round_id = ? AND personnel_id = ?")
                .params(round, person)
                .update();
        for (SheetContent.Cell cell : content.unavailable()) {
            LocalTime end = week.slots().stream()
                    .filter(slot -> slot.start().equals(cell.start()))
                    .map(WeekSlots.Slot::end)
                    .findFirst()
                    .orElseThrow();
            jdbc.sql("""
                            INSERT INTO preference_unavailability (round_id, personnel_id, day, start_time, end_time)
                            VALUES (?, ?, ?, ?, ?)
                            """).params(round, person, cell.day(), cell.start(), end).update();
        }
    }

    /** What came with the college's data. */
    List<SheetContent.Entry> standing(UUID person) {
        return jdbc.sql("""
                        SELECT template_id, bucket, rank, reason FROM preference
                        WHERE personnel_id = ? AND round_id IS NULL
                        """)
                .param(person)
                .query((row, n) -> new SheetContent.Entry(
                        row.getObject("template_id", UUID.class),
                        Bucket.valueOf(row.getString("bucket")),
                        row.getObject("rank", Integer.class),
                        row.getString("reason")))
                .list();
    }
}
