package org.horarium.engine.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.horarium.engine.explain.Impossibility.Family;

/** Collects what the checks prove, each set of records of a family once. */
final class Report {
    private final List<Impossibility> found = new ArrayList<>();
    private final Set<Key> seen = new HashSet<>();

    private record Key(Family family, Set<Subject> subjects) {}

    void add(
            Family family,
            List<Subject> subjects,
            long needed,
            long available,
            String unit,
            String message,
            String... advice) {
        if (needed <= available) {
            throw new IllegalStateException(
                    "Needed (%d) is not more than available (%d): %s".formatted(needed, available, message));
        }
        List<Subject> distinct = subjects.stream().distinct().toList();
        if (seen.add(new Key(family, Set.copyOf(distinct)))) {
            found.add(new Impossibility(family, distinct, needed, available, unit, message, List.of(advice)));
        }
    }

    /** Ids of the events that some proofs of a family name. */
    Set<String> named(Family family) {
        Set<String> ids = new HashSet<>();
        found.stream().filter(one -> one.family() == family).forEach(one -> ids.addAll(one.ids(Subject.Kind.EVENT)));
        return ids;
    }

    List<Impossibility> found() {
        return List.copyOf(found);
    }
}
