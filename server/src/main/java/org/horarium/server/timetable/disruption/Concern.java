package org.horarium.server.timetable.disruption;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.horarium.formats.college.problem.Activity;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.board.OpenDraft;
import org.jspecify.annotations.Nullable;

/** Counts whose week changes. Students don't count where only somebody else stands in front of them. */
final class Concern {
    private final OpenDraft draft;
    private final Set<String> without;
    private final Map<String, Integer> students = new HashMap<>();
    private final Set<String> people = new HashSet<>();

    /** @param without people who don't count, because they are absent */
    Concern(OpenDraft draft, Set<String> without) {
        this.draft = draft;
        this.without = Set.copyOf(without);
    }

    /** Adds a change; {@code after} is null when the activity does not take place. */
    Concern add(PlacedActivity before, @Nullable PlacedActivity after) {
        Set<String> was = names(before);
        Set<String> is = after == null ? Set.of() : names(after);
        if (after == null || !isSamePlace(before, after)) {
            Activity known = draft.activity(before.activity());
            if (known != null) {
                known.attendees().forEach(atom -> students.put(atom.id(), atom.size()));
            }
            people.addAll(was);
            people.addAll(is);
        } else {
            was.stream().filter(person -> !is.contains(person)).forEach(people::add);
            is.stream().filter(person -> !was.contains(person)).forEach(people::add);
        }
        people.removeAll(without);
        return this;
    }

    private static boolean isSamePlace(PlacedActivity a, PlacedActivity b) {
        return a.day() == b.day()
                && a.slot() == b.slot()
                && a.weeks() == b.weeks()
                && java.util.Objects.equals(a.room(), b.room());
    }

    private static Set<String> names(PlacedActivity activity) {
        Set<String> names = new HashSet<>();
        activity.staff().forEach(staff -> names.add(staff.person()));
        return names;
    }

    int students() {
        return students.values().stream().mapToInt(Integer::intValue).sum();
    }

    int people() {
        return people.size();
    }
}
