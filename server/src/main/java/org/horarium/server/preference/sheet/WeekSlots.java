package org.horarium.server.preference.sheet;

import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.horarium.server.schedule.ScheduleId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The week in which people mark when they cannot come. */
@Component
public class WeekSlots {
    private final JdbcClient jdbc;

    WeekSlots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The week of a term, as one person has it.
     *
     * @param days ISO numbers, in order
     * @param slots of each day, in order
     * @param known slots at which the data say already that the person cannot come
     */
    public record Week(List<Integer> days, List<Slot> slots, Set<SheetContent.Cell> known) {
        public Week {
            days = List.copyOf(days);
            slots = List.copyOf(slots);
            known = Set.copyOf(known);
        }

        /** Whether there is such a slot. */
        boolean has(SheetContent.Cell cell) {
            return days.contains(cell.day())
                    && slots.stream().anyMatch(slot -> slot.start().equals(cell.start()));
        }
    }

    /** A slot of a day. */
    public record Slot(LocalTime start, LocalTime end) {}

    /** The week of a schedule's term for a person. */
    public Week of(ScheduleId schedule, UUID personnel) {
        List<Integer> days =
                jdbc.sql("""
                        SELECT day FROM term_day JOIN schedule ON schedule.term_id = term_day.term_id
                        WHERE schedule.id = ? ORDER BY position
                        """).param(schedule.value()).query(Integer.class).list();
        List<Slot> slots = jdbc.sql("""
                        SELECT start_time, end_time FROM term_period JOIN schedule ON schedule.term_id = term_period.term_id
                        WHERE schedule.id = ? AND kind = 'SLOT' ORDER BY start_time
                        """)
                .param(schedule.value())
                .query((row, n) -> new Slot(
                        row.getObject("start_time", LocalTime.class), row.getObject("end_time", LocalTime.class)))
                .list();
        Set<SheetContent.Cell> known = new HashSet<>();
        jdbc.sql("SELECT day, start_time, end_time FROM personnel_unavailability WHERE personnel_id = ?")
                .param(personnel)
                .query(row -> {
                    LocalTime start = row.getObject("start_time", LocalTime.class);
                    LocalTime end = row.getObject("end_time", LocalTime.class);
                    for (Slot slot : slots) {
                        if (slot.start().isBefore(end) && start.isBefore(slot.end())) {
                            known.add(new SheetContent.Cell(row.getInt("day"), slot.start()));
                        }
                    }
                });
        return new Week(days, slots, known);
    }
}
