package org.horarium.server.timetable;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.horarium.server.timetable.Frame.Group;
import org.horarium.server.timetable.Frame.GroupKind;
import org.horarium.server.timetable.Frame.Label;
import org.horarium.server.timetable.Frame.Pause;
import org.horarium.server.timetable.Frame.Slot;
import org.horarium.server.timetable.Frame.Template;
import org.horarium.server.timetable.PlacedActivity.Staff;
import org.horarium.server.timetable.PlacedActivity.Weeks;

/** A small frame and activities for tests: two days of four slots, lunch after the second, one batch of two subgroups. */
final class Frames {
    static final Frame SMALL = new Frame(
            "Test college",
            "Autumn",
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY),
            List.of(slot(9), slot(10), slot(12), slot(13)),
            List.of(new Pause("Lunch", LocalTime.of(11, 0), LocalTime.of(12, 0))),
            List.of(
                    new Group("B", "Batch", GroupKind.BATCH, null),
                    new Group("S", "Section", GroupKind.SECTION, "B"),
                    new Group("S1", "Lab group 1", GroupKind.SUBGROUP, "S"),
                    new Group("S2", "Lab group 2", GroupKind.SUBGROUP, "S")),
            List.of(new Label("R1", "Room 1"), new Label("R2", "Room 2")),
            List.of(new Label("P1", "Ada Byron"), new Label("P2", "Emmy Noether")),
            List.of(
                    new Template("db-lecture", "Databases", "lecture", "DB", "Databases", false),
                    new Template("db-lab", "Databases, lab", "lab", "DB", "Databases", false),
                    new Template("art", "Art of proof", "seminar", "ART", "Art of proof", true)));

    private Frames() {}

    private static Slot slot(int hour) {
        return new Slot(LocalTime.of(hour, 0), LocalTime.of(hour + 1, 0));
    }

    static PlacedActivity lecture(DayOfWeek day, int slot, String room, String person) {
        return new PlacedActivity(
                "db-lecture/S/1",
                "db-lecture",
                "S",
                List.of("S1", "S2"),
                day,
                slot,
                1,
                Weeks.EVERY,
                room,
                List.of(new Staff("lecturer", person)));
    }

    static PlacedActivity lab(
            String group, DayOfWeek day, int slot, int duration, Weeks weeks, String room, String person) {
        return new PlacedActivity(
                "db-lab/" + group + "/1",
                "db-lab",
                group,
                List.of(group),
                day,
                slot,
                duration,
                weeks,
                room,
                List.of(new Staff("lecturer", person)));
    }
}
