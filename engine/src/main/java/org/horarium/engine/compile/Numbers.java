package org.horarium.engine.compile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.Person;
import org.horarium.engine.model.Pin;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.TimePattern;
import org.jspecify.annotations.Nullable;

/** From ids to numbers, and from events to their pins. */
final class Numbers {
    private final Map<String, Integer> events;
    private final Map<String, Integer> rooms;
    private final Map<String, Integer> people;
    private final Map<String, Integer> groups;
    private final Map<TimePattern, Integer> patterns = new HashMap<>();
    private final Map<String, Pin> pins = new HashMap<>();

    Numbers(Problem problem, Patterns patterns) {
        events = index(problem.events(), Event::id);
        rooms = index(problem.rooms(), Room::id);
        people = index(problem.people(), Person::id);
        groups = index(problem.groups(), Group::id);
        for (int p = 0; p < patterns.count; p++) {
            this.patterns.put(patterns.record(p), p);
        }
        problem.pins().forEach(pin -> pins.put(pin.event(), pin));
    }

    private static <T> Map<String, Integer> index(List<T> items, Function<T, String> id) {
        Map<String, Integer> result = new HashMap<>();
        items.forEach(item -> result.put(id.apply(item), result.size()));
        return result;
    }

    private static <K> int get(Map<K, Integer> map, K key) {
        return Objects.requireNonNull(map.get(key), () -> "unknown " + key);
    }

    int event(String id) {
        return get(events, id);
    }

    int room(String id) {
        return get(rooms, id);
    }

    int person(String id) {
        return get(people, id);
    }

    int group(String id) {
        return get(groups, id);
    }

    int pattern(TimePattern pattern) {
        return get(patterns, pattern);
    }

    @Nullable
    Pin pin(Event event) {
        return pins.get(event.id());
    }

    int[] events(List<String> ids) {
        return ids.stream().mapToInt(this::event).toArray();
    }
}
