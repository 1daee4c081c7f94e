package org.horarium.formats.fet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.RoomOption;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;

/**
 * Virtual rooms: FET's way to say that an activity needs several rooms at once, one of each of some sets. An activity that
 * can be in one virtual room alone becomes an event in a room of the first set, and one more event for each further set
 * that only takes a room of it, at the same time. Ids of those are the activity's with a number of the room.
 */
final class VirtualRooms {
    private static final String MARK = " (room ";

    private final FetLists lists;
    private final FetTarget target;
    private final Map<String, FetLists.FetRoom> roomOf = new LinkedHashMap<>();

    VirtualRooms(FetLists lists, FetTarget target) {
        this.lists = lists;
        this.target = target;
    }

    /** The virtual room of each activity that became several events, after all were made. */
    Map<String, FetLists.FetRoom> roomOf() {
        return roomOf;
    }

    /** Id of the event that takes the room of a set, counted from 0; the first is the activity itself. */
    static String event(String activity, int set) {
        return set == 0 ? activity : activity + MARK + (set + 1) + ")";
    }

    /** The activity that an event is, or takes a room for. */
    static String activity(String event) {
        int mark = event.lastIndexOf(MARK);
        return mark < 0 ? event : event.substring(0, mark);
    }

    /** The event as it is, or those that it becomes if it is in a virtual room. */
    List<Event> spread(Event event) {
        FetLists.FetRoom room =
                event.rooms().size() == 1 ? lists.rooms.get(event.rooms().get(0).room()) : null;
        if (room == null || room.sets().isEmpty()) {
            return List.of(event);
        }
        roomOf.put(event.id(), room);
        List<List<String>> sets = target.rooms.realRooms(event.id(), room.sets());
        List<TimePattern> closed = target.unavailable("room", room.name());
        List<TimeOption> times = event.times().stream()
                .filter(option -> closed.stream().noneMatch(option.pattern()::overlaps))
                .toList();
        int penalty = event.rooms().get(0).penalty();
        List<Event> events = new ArrayList<>(List.of(new Event(
                event.id(), event.name(), times, rooms(sets.get(0), penalty), true, event.staff(), event.groups())));
        List<TimeOption> free = times.stream()
                .map(option -> new TimeOption(option.pattern(), 0))
                .toList();
        for (int set = 1; set < sets.size(); set++) {
            events.add(new Event(
                    event(event.id(), set),
                    event(event.name(), set),
                    free,
                    rooms(sets.get(set), 0),
                    true,
                    List.of(),
                    List.of()));
        }
        return events;
    }

    private static List<RoomOption> rooms(List<String> set, int penalty) {
        return set.stream().map(room -> new RoomOption(room, penalty)).toList();
    }

    /** What keeps the events of an activity at one time. That they are in different rooms needs no word. */
    List<Constraint> constraints() {
        List<Constraint> constraints = new ArrayList<>();
        roomOf.forEach((activity, room) -> {
            int sets = room.sets().size();
            List<String> events = new ArrayList<>();
            for (int set = 0; set < sets; set++) {
                events.add(event(activity, set));
            }
            if (sets > 1) {
                add(constraints, activity + " starts", new DistributionRule.SameStart(), events);
                add(constraints, activity + " days", new DistributionRule.SameDays(), events);
            }
        });
        return constraints;
    }

    private static void add(List<Constraint> constraints, String what, DistributionRule rule, List<String> events) {
        constraints.add(new Distribution("virtual room " + what, rule, events, Strength.HARD));
    }
}
