package org.horarium.formats.fet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.TimePattern;
import org.horarium.formats.Fault;
import org.horarium.formats.FaultCollector;
import org.horarium.formats.xml.XmlElement;

/** Reads where the constraints of a data-and-timetable file fix the activities. */
final class TimetableReader {
    private final XmlElement root;
    private final Problem problem;
    private final FaultCollector faults = new FaultCollector();

    TimetableReader(XmlElement root, Problem problem) {
        this.root = root;
        this.problem = problem;
    }

    Plan read() {
        List<Fault> ignored = new ArrayList<>();
        FetLists lists = new FetLists(root, faults, ignored);
        Map<String, int[]> starts = new HashMap<>();
        Map<String, String> rooms = new HashMap<>();
        for (FetItem item : fixed("Time_Constraints_List", "ConstraintActivityPreferredStartingTime")) {
            if (!item.optional("Preferred_Day").isEmpty()
                    && !item.optional("Preferred_Hour").isEmpty()) {
                starts.put(item.text("Activity_Id"), new int[] {
                    item.position("Preferred_Day", "day", lists.days),
                    item.position("Preferred_Hour", "hour", lists.hours)
                });
            }
        }
        for (FetItem item : fixed("Space_Constraints_List", "ConstraintActivityPreferredRoom")) {
            String activity = item.text("Activity_Id");
            List<String> real = item.texts("Real_Room");
            if (real.isEmpty()) {
                rooms.putIfAbsent(activity, item.text("Room"));
            }
            for (int set = 0; set < real.size(); set++) {
                rooms.put(VirtualRooms.event(activity, set), real.get(set));
            }
        }
        if (lists.days.size() != problem.grid().days()
                || lists.hours.size() != problem.grid().slotsPerDay()) {
            faults.add(
                    "",
                    "The timetable has %d days of %d hours, the problem %d of %d.",
                    lists.days.size(),
                    lists.hours.size(),
                    problem.grid().days(),
                    problem.grid().slotsPerDay());
        }
        faults.throwIfAny();
        List<Placement> placements = new ArrayList<>();
        for (Event event : problem.events()) {
            int[] start = starts.get(VirtualRooms.activity(event.id()));
            if (start != null) {
                placements.add(placement(event, start[0], start[1], rooms));
            }
        }
        return new Plan(placements, Map.of());
    }

    private List<FetItem> fixed(String list, String type) {
        return root.children(list).stream()
                .flatMap(element -> element.children(type).stream())
                .map(element -> new FetItem(element, faults))
                .filter(item -> item.active() && item.weight().hard())
                .toList();
    }

    private static Placement placement(Event event, int day, int hour, Map<String, String> rooms) {
        int length =
                event.times().isEmpty() ? 1 : event.times().get(0).pattern().length();
        List<StaffAssignment> staff = event.staff().stream()
                .flatMap(need ->
                        need.candidates().stream().map(option -> new StaffAssignment(need.role(), option.person())))
                .toList();
        return new Placement(
                event.id(),
                new TimePattern(1, 1 << day, hour, length),
                event.needsRoom() ? rooms.get(event.id()) : null,
                staff);
    }
}
