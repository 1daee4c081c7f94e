package org.horarium.engine.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Pin;
import org.horarium.engine.model.TimePattern;
import org.jspecify.annotations.Nullable;

/** An event with what is still possible for it: times, rooms, people; and why the other times are not. */
final class OpenEvent {
    final Event event;
    final @Nullable Pin pin;
    /** Whether it takes place in a room, by need or by pin. */
    final boolean inRoom;
    /** Rooms it may take place in. */
    final Set<String> rooms;

    final List<OpenNeed> needs;
    private final Map<TimePattern, Set<Cause>> causes = new LinkedHashMap<>();
    private final List<TimePattern> times = new ArrayList<>();
    private boolean conceded;

    OpenEvent(Event event, @Nullable Pin pin, Set<TimePattern> times, Set<String> rooms, List<OpenNeed> needs) {
        this.event = event;
        this.pin = pin;
        this.inRoom = event.needsRoom() || (pin != null && pin.room() != null);
        this.rooms = new LinkedHashSet<>(rooms);
        this.needs = List.copyOf(needs);
        times.forEach(time -> causes.put(time, new LinkedHashSet<>()));
        this.times.addAll(times);
    }

    String id() {
        return event.id();
    }

    /** Times that nothing has excluded. */
    List<TimePattern> times() {
        return times;
    }

    /** For each time of the beginning what excludes it; nothing for those that are left. */
    Map<TimePattern, Set<Cause>> causes() {
        return causes;
    }

    /** Excludes the times, also those already excluded, for which a test holds. Returns whether one was still left. */
    boolean exclude(Predicate<TimePattern> test, Cause cause) {
        causes.forEach((time, reasons) -> {
            if (test.test(time)) {
                reasons.add(cause);
            }
        });
        return times.removeIf(time -> !causes.getOrDefault(time, Set.of()).isEmpty());
    }

    /** Whether its time is pinned. */
    boolean timePinned() {
        return pin != null && pin.time() != null;
    }

    /** Takes no part in further checks, because something that is impossible about it was reported. */
    void concede() {
        conceded = true;
    }

    boolean conceded() {
        return conceded;
    }

    /** Ids of the people who give it in every plan. */
    Set<String> forced() {
        Set<String> people = new LinkedHashSet<>();
        needs.forEach(need -> people.addAll(need.forced()));
        return people;
    }

    /** The shortest length of its times; 0 when none is left. */
    int shortest() {
        return times.stream().mapToInt(TimePattern::length).min().orElse(0);
    }
}
