package org.horarium.server.timetable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two revisions, activity by activity.
 *
 * @param changes what changed, by day and slot of where it is now
 * @param same number of activities that are as they were
 */
public record RevisionDiff(List<Change> changes, int same) {
    public RevisionDiff {
        changes = List.copyOf(changes);
    }

    /** What can happen to an activity. */
    public enum Kind {
        /** It was not there before. */
        ADDED,
        /** It is not there any more. */
        REMOVED,
        /** It has another day, time or other weeks; perhaps also another room or other people. */
        MOVED,
        /** It has another room; perhaps also other people. */
        ROOM,
        /** Others give it, or others attend. */
        PEOPLE
    }

    /**
     * A difference.
     *
     * @param kind the weightiest thing that changed
     * @param before where it was; null when added
     * @param after where it is; null when removed
     */
    public record Change(
            Kind kind,
            @Nullable PlacedActivity before,
            @Nullable PlacedActivity after) {
        /** The side that is there: after, or before when it was removed. */
        public PlacedActivity any() {
            if (after != null) {
                return after;
            }
            if (before == null) {
                throw new IllegalStateException("A change without sides.");
            }
            return before;
        }

        /** Ids of the people who gave it or give it now. */
        public Set<String> people() {
            Set<String> people = new TreeSet<>();
            sides().forEach(side -> side.staff().forEach(s -> people.add(s.person())));
            return people;
        }

        /** Ids of the smallest groups that attended it or attend it now. */
        public Set<String> attendees() {
            Set<String> groups = new TreeSet<>();
            sides().forEach(side -> groups.addAll(side.attendees()));
            return groups;
        }

        private List<PlacedActivity> sides() {
            List<PlacedActivity> sides = new ArrayList<>();
            if (before != null) {
                sides.add(before);
            }
            if (after != null) {
                sides.add(after);
            }
            return sides;
        }
    }

    /**
     * Compares.
     *
     * @param before what was; empty when there was nothing
     * @param after what is
     */
    public static RevisionDiff between(List<PlacedActivity> before, List<PlacedActivity> after) {
        Map<String, PlacedActivity> old = new LinkedHashMap<>();
        before.forEach(activity -> old.put(activity.activity(), activity));
        List<Change> changes = new ArrayList<>();
        int same = 0;
        for (PlacedActivity now : after) {
            PlacedActivity was = old.remove(now.activity());
            Kind kind = was == null ? Kind.ADDED : kind(was, now);
            if (kind == null) {
                same++;
            } else {
                changes.add(new Change(kind, was, now));
            }
        }
        old.values().forEach(was -> changes.add(new Change(Kind.REMOVED, was, null)));
        changes.sort(Comparator.comparing((Change c) -> c.any().day())
                .thenComparing(c -> c.any().slot())
                .thenComparing(c -> c.any().activity()));
        return new RevisionDiff(changes, same);
    }

    /**
     * Compares what concerns somebody or something, before or after.
     *
     * @param before what was
     * @param after what is
     * @param concerned whether an activity in its place concerns them
     */
    public static RevisionDiff between(
            List<PlacedActivity> before, List<PlacedActivity> after, Predicate<PlacedActivity> concerned) {
        Set<String> activities = Stream.concat(before.stream(), after.stream())
                .filter(concerned)
                .map(PlacedActivity::activity)
                .collect(Collectors.toSet());
        return between(
                before.stream().filter(a -> activities.contains(a.activity())).toList(),
                after.stream().filter(a -> activities.contains(a.activity())).toList());
    }

    private static @Nullable Kind kind(PlacedActivity was, PlacedActivity now) {
        if (was.day() != now.day()
                || was.slot() != now.slot()
                || was.duration() != now.duration()
                || was.weeks() != now.weeks()) {
            return Kind.MOVED;
        }
        if (!Objects.equals(was.room(), now.room())) {
            return Kind.ROOM;
        }
        boolean samePeople = new HashSet<>(was.staff()).equals(new HashSet<>(now.staff()))
                && new HashSet<>(was.attendees()).equals(new HashSet<>(now.attendees()));
        return samePeople ? null : Kind.PEOPLE;
    }

    /** How many changes there are of a kind. */
    public long count(Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }

    /** Whether nothing changed. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }
}
