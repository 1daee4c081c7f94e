package org.horarium.formats.fet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.engine.model.RoomOption;

/**
 * Which rooms each activity may have, while constraints are read. An activity without any room constraint needs none; home
 * rooms count only where nothing else is said.
 */
final class FetRooms {
    private final Map<String, List<Wish>> preferred = new HashMap<>();
    private final Map<String, List<Wish>> home = new HashMap<>();

    private final Map<String, List<String>> real = new HashMap<>();

    private record Wish(Set<String> rooms, FetWeight weight) {}

    void prefer(FetActivity activity, Collection<String> rooms, FetWeight weight) {
        preferred.computeIfAbsent(activity.id(), id -> new ArrayList<>()).add(new Wish(Set.copyOf(rooms), weight));
    }

    void home(FetActivity activity, Collection<String> rooms, FetWeight weight) {
        home.computeIfAbsent(activity.id(), id -> new ArrayList<>()).add(new Wish(Set.copyOf(rooms), weight));
    }

    /** Fixes which real rooms an activity has of its virtual one, one of each set. */
    void fix(String activity, List<String> realRooms) {
        real.put(activity, realRooms);
    }

    /** The real rooms that an activity may have of each set of a virtual room: those that were fixed, or all. */
    List<List<String>> realRooms(String activity, List<List<String>> sets) {
        List<String> fixed = real.getOrDefault(activity, List.of());
        return fixed.size() == sets.size() ? fixed.stream().map(List::of).toList() : sets;
    }

    private List<Wish> wishes(FetActivity activity) {
        return preferred.getOrDefault(activity.id(), home.getOrDefault(activity.id(), List.of()));
    }

    boolean needsRoom(FetActivity activity) {
        return !wishes(activity).isEmpty();
    }

    /** Rooms that are large enough and in every hard wish; each soft wish that a room is not in costs its penalty. */
    List<RoomOption> options(FetActivity activity, Collection<FetLists.FetRoom> rooms) {
        List<RoomOption> options = new ArrayList<>();
        for (FetLists.FetRoom room : rooms) {
            if (!room.sets().isEmpty()
                    && wishes(activity).stream().noneMatch(wish -> wish.rooms.contains(room.name()))) {
                continue; // nobody asks for several rooms
            }
            long penalty = room.capacity() < activity.students() ? -1 : 0;
            for (Wish wish : wishes(activity)) {
                if (penalty >= 0 && !wish.rooms.contains(room.name())) {
                    penalty = wish.weight.hard() ? -1 : penalty + wish.weight.penalty();
                }
            }
            if (penalty >= 0) {
                options.add(new RoomOption(room.name(), (int) Math.min(Integer.MAX_VALUE, penalty)));
            }
        }
        return needsRoom(activity) ? options : List.of();
    }
}
