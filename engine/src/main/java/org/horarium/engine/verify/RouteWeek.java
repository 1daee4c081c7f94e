package org.horarium.engine.verify;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.horarium.engine.model.CalendarRule.Place;
import org.horarium.engine.model.Room;
import org.jspecify.annotations.Nullable;

/** The rooms or buildings that somebody goes to in one week, event after event. */
final class RouteWeek {
    private final PlanIndex index;
    private final Place place;
    private final int week;
    private final List<Placed> events;

    RouteWeek(PlanIndex index, Place place, int week, List<Placed> events) {
        this.index = index;
        this.place = place;
        this.week = week;
        this.events = events;
    }

    int changes() {
        int changes = 0;
        for (int day = 0; day < index.problem.grid().days(); day++) {
            changes += changes(day);
        }
        return changes;
    }

    /** How often an event of a day is elsewhere than the one before; events whose place is unknown are passed over. */
    int changes(int day) {
        List<String> stops = events.stream()
                .filter(item -> (item.time().weeks() >>> week & 1) != 0)
                .filter(item -> (item.time().days() >>> day & 1) != 0)
                .sorted(Comparator.comparingInt(item -> item.time().start()))
                .map(this::stop)
                .filter(Objects::nonNull)
                .toList();
        int changes = 0;
        for (int i = 1; i < stops.size(); i++) {
            changes += stops.get(i).equals(stops.get(i - 1)) ? 0 : 1;
        }
        return changes;
    }

    private @Nullable String stop(Placed item) {
        if (place == Place.ROOM || item.room() == null) {
            return item.room();
        }
        Room room = index.rooms.get(item.room());
        return room == null ? null : room.building();
    }
}
