package org.horarium.formats.fet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.formats.Fault;
import org.horarium.formats.FaultCollector;
import org.horarium.formats.FormatException;
import org.horarium.formats.xml.XmlElement;
import org.horarium.formats.xml.XmlPrinter;

/** Writes the data again, with constraints that fix what the plan places. */
final class TimetableWriter {
    private static final String STARTING_TIME = "ConstraintActivityPreferredStartingTime";
    private static final String ROOM = "ConstraintActivityPreferredRoom";

    private final XmlElement root;
    private final Plan plan;
    private final List<String> days;
    private final List<String> hours;
    private final Set<List<String>> present = new HashSet<>();
    private final Map<String, FetLists.FetRoom> virtualRooms;
    private final Map<String, String> roomOf = new HashMap<>(); // by event

    TimetableWriter(XmlElement root, Plan plan) {
        this.root = root;
        this.plan = plan;
        FaultCollector faults = new FaultCollector();
        List<Fault> ignored = new ArrayList<>();
        FetLists lists = new FetLists(root, faults, ignored);
        faults.throwIfAny();
        this.days = List.copyOf(lists.days.keySet());
        this.hours = List.copyOf(lists.hours.keySet());
        for (Placement placement : plan.placements()) {
            String activity = VirtualRooms.activity(placement.event());
            if (!lists.activities.containsKey(activity)) {
                throw new FormatException("", "The data have no active activity (%s).".formatted(activity));
            }
            if (placement.room() != null) {
                roomOf.put(placement.event(), placement.room());
            }
        }
        this.virtualRooms =
                lists.rooms.values().stream().allMatch(room -> room.sets().isEmpty())
                        ? Map.of()
                        : new FetReader(root).virtualRoomsOfActivities();
        for (String list : List.of("Time_Constraints_List", "Space_Constraints_List")) {
            for (XmlElement constraint : root.children(list).stream()
                    .flatMap(element -> element.children().stream())
                    .toList()) {
                if (constraint.textOf("Weight_Percentage").equals("100")
                        && !constraint.textOf("Active").equals("false")) {
                    present.add(key(constraint));
                }
            }
        }
    }

    /** FET refuses a second constraint that says the same. */
    private static List<String> key(XmlElement constraint) {
        return List.of(
                constraint.name(),
                constraint.textOf("Activity_Id"),
                constraint.textOf("Preferred_Day"),
                constraint.textOf("Preferred_Hour"),
                constraint.textOf("Room"),
                constraint.children("Real_Room").stream().map(XmlElement::text).collect(Collectors.joining("\n")));
    }

    void write(OutputStream out) throws IOException {
        XmlPrinter xml = new XmlPrinter(out, "");
        String version = root.attribute("version");
        xml.start("fet", "version", version == null ? "" : version);
        for (XmlElement child : root.children()) {
            switch (child.name()) {
                case "Time_Constraints_List" -> {
                    begin(xml, child);
                    for (Placement placement : plan.placements()) {
                        time(xml, placement);
                    }
                    xml.end();
                }
                case "Space_Constraints_List" -> {
                    begin(xml, child);
                    for (Placement placement : plan.placements()) {
                        room(xml, placement);
                    }
                    xml.end();
                }
                default -> copy(xml, child);
            }
        }
        xml.finish();
    }

    private static void begin(XmlPrinter xml, XmlElement list) throws IOException {
        xml.start(list.name());
        for (XmlElement child : list.children()) {
            copy(xml, child);
        }
    }

    private static void copy(XmlPrinter xml, XmlElement element) throws IOException {
        if (element.children().isEmpty()) {
            xml.text(element.name(), element.text());
            return;
        }
        xml.start(element.name());
        for (XmlElement child : element.children()) {
            copy(xml, child);
        }
        xml.end();
    }

    private void time(XmlPrinter xml, Placement placement) throws IOException {
        if (!VirtualRooms.activity(placement.event()).equals(placement.event())) {
            return;
        }
        String day = days.get(Integer.numberOfTrailingZeros(placement.time().days()));
        String hour = hours.get(placement.time().start());
        if (present.add(List.of(STARTING_TIME, placement.event(), day, hour, "", ""))) {
            xml.start(STARTING_TIME)
                    .text("Weight_Percentage", 100)
                    .text("Activity_Id", placement.event())
                    .text("Preferred_Day", day)
                    .text("Preferred_Hour", hour)
                    .text("Permanently_Locked", false)
                    .text("Active", true)
                    .text("Comments", "")
                    .end();
        }
    }

    private void room(XmlPrinter xml, Placement placement) throws IOException {
        String room = placement.room();
        if (room == null || !VirtualRooms.activity(placement.event()).equals(placement.event())) {
            return;
        }
        FetLists.FetRoom virtual = virtualRooms.get(placement.event());
        List<String> real = virtual == null
                ? List.of()
                : realRooms(placement.event(), virtual.sets().size());
        String named = virtual == null ? room : virtual.name();
        if (present.add(List.of(ROOM, placement.event(), "", "", named, String.join("\n", real)))) {
            xml.start(ROOM)
                    .text("Weight_Percentage", 100)
                    .text("Activity_Id", placement.event())
                    .text("Room", named);
            if (!real.isEmpty()) {
                xml.text("Number_of_Real_Rooms", real.size());
                for (String one : real) {
                    xml.text("Real_Room", one);
                }
            }
            xml.text("Permanently_Locked", false)
                    .text("Active", true)
                    .text("Comments", "")
                    .end();
        }
    }

    /** The rooms of an activity's events, one of each set; none, for FET to choose, where one has no place. */
    private List<String> realRooms(String activity, int sets) {
        List<String> real = new ArrayList<>();
        for (int set = 0; set < sets; set++) {
            String room = roomOf.get(VirtualRooms.event(activity, set));
            if (room == null) {
                return List.of();
            }
            real.add(room);
        }
        return real;
    }
}
