package org.horarium.formats.itc2019;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.RoomOption;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;
import org.horarium.formats.FaultCollector;
import org.horarium.formats.xml.XmlAttributes;
import org.horarium.formats.xml.XmlElement;

/** Reads a class with its candidate times and rooms. */
final class ClassReader {
    private final Grid grid;
    private final Set<String> roomIds;
    private final FaultCollector faults;

    ClassReader(Grid grid, Set<String> roomIds, FaultCollector faults) {
        this.grid = grid;
        this.roomIds = roomIds;
        this.faults = faults;
    }

    Event read(XmlElement element, String id) {
        String owner = "class (%s)".formatted(id);
        boolean needsRoom = !"false".equals(element.attribute("room"));
        List<TimeOption> times = times(element, owner);
        List<RoomOption> rooms = rooms(element, owner);
        if (times.isEmpty() && element.children("time").isEmpty()) {
            faults.add(element.line(), "The %s has no time; give it at least one <time>.".formatted(owner));
        }
        if (needsRoom && element.children("room").isEmpty()) {
            faults.add(
                    element.line(),
                    "The %s has no room; list at least one <room>, or say room=\"false\".".formatted(owner));
        }
        if (!needsRoom && !rooms.isEmpty()) {
            faults.add(element.line(), "The %s says room=\"false\", but lists rooms.".formatted(owner));
        }
        return new Event(id, "class " + id, times, needsRoom ? rooms : List.of(), needsRoom, List.of(), List.of());
    }

    private List<TimeOption> times(XmlElement element, String owner) {
        List<TimeOption> times = new ArrayList<>();
        for (XmlElement child : element.children("time")) {
            TimePattern pattern = Times.candidate(child, "time of " + owner, grid, faults);
            int penalty = penalty(child, "time of " + owner);
            if (pattern != null) {
                times.add(new TimeOption(pattern, penalty));
            }
        }
        return times;
    }

    private List<RoomOption> rooms(XmlElement element, String owner) {
        List<RoomOption> rooms = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (XmlElement child : element.children("room")) {
            String room = new XmlAttributes(child, "room of " + owner, faults).text("id");
            if (!roomIds.contains(room)) {
                faults.add(child.line(), "The %s lists a room (%s) that does not exist.".formatted(owner, room));
            } else if (!seen.add(room)) {
                faults.add(child.line(), "The %s lists the room (%s) twice.".formatted(owner, room));
            }
            rooms.add(new RoomOption(room, penalty(child, "room (%s) of %s".formatted(room, owner))));
        }
        return rooms;
    }

    private int penalty(XmlElement element, String owner) {
        return new XmlAttributes(element, owner, faults).number("penalty", 0, Integer.MAX_VALUE, 0);
    }
}
