package org.horarium.formats.json;

import java.time.DayOfWeek;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.horarium.engine.model.CostComponent;
import org.horarium.formats.FaultCollector;
import org.horarium.formats.FormatException;
import org.horarium.formats.college.ActivityTemplate.WeekPattern;
import org.horarium.formats.college.Timetable;
import org.horarium.formats.college.Timetable.Assignment;
import org.horarium.formats.college.Timetable.ScheduledEvent;
import org.horarium.formats.college.Timetable.UnplacedActivity;
import tools.jackson.databind.node.ObjectNode;

/** A {@link Timetable} as JSON. */
public final class TimetableJson {
    /** Value of the member {@code format}. */
    public static final String FORMAT = "horarium-timetable/1";

    private TimetableJson() {}

    /**
     * Reads a timetable. Whether it fits a college is not looked at here.
     *
     * @param json a document in UTF-8, at most 64 MiB
     * @throws FormatException with every fault
     */
    public static Timetable read(byte[] json) {
        ObjectNode document = JsonText.parse(json);
        DocumentFormat.check(document, FORMAT);
        FaultCollector faults = new FaultCollector();
        Timetable timetable = JsonRecord.document("timetable", document, TimetableJson::timetable, faults);
        faults.throwIfAny();
        return timetable;
    }

    /** Writes a timetable; the same one gives the same bytes. */
    public static byte[] write(Timetable timetable) {
        return JsonText.write(FORMAT, timetable);
    }

    private static Timetable timetable(JsonRecord json) {
        return new Timetable(
                json.text("college"),
                json.text("term"),
                json.records("events", "event", TimetableJson::event),
                json.records(
                        "unplaced",
                        "unplaced activity",
                        missing -> new UnplacedActivity(missing.text("activity"), missing.text("reason"))),
                json.number("hard"),
                json.record("costs", "costs", TimetableJson::costs),
                json.number("total"));
    }

    private static ScheduledEvent event(JsonRecord json) {
        return new ScheduledEvent(
                json.text("activity"),
                json.choice("day", DayOfWeek.class, DayOfWeek.MONDAY),
                json.integer("slot", 1),
                json.integer("duration", 1),
                json.choice("weeks", WeekPattern.class, WeekPattern.EVERY),
                json.optionalText("room"),
                json.records(
                        "personnel",
                        "person in a role",
                        staff -> new Assignment(staff.text("role"), staff.text("person"))));
    }

    private static Map<String, Long> costs(JsonRecord json) {
        Map<String, Long> costs = new TreeMap<>();
        for (CostComponent component : CostComponent.values()) {
            String name = component.name().toLowerCase(Locale.ROOT);
            Long cost = json.optionalNumber(name);
            if (cost != null) {
                costs.put(name, cost);
            }
        }
        return costs;
    }
}
