package org.horarium.engine.explain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who can still fill a role of an event. */
final class OpenNeed {
    final String role;
    final int count;
    final List<String> pinned;
    private final Set<String> candidates;

    /**
     * @param role name of the role
     * @param count how many people it takes
     * @param pinned who must be among them
     * @param candidates who may, the pinned included
     */
    OpenNeed(String role, int count, List<String> pinned, Set<String> candidates) {
        this.role = role;
        this.count = count;
        this.pinned = List.copyOf(pinned);
        this.candidates = new LinkedHashSet<>(pinned.size() == count ? pinned : candidates);
    }

    Set<String> candidates() {
        return candidates;
    }

    /** Keeps only some of the candidates. */
    void keep(Set<String> people) {
        candidates.retainAll(people);
    }

    /** Who fills the role in every plan: all candidates when there are no more than needed, else the pinned. */
    Set<String> forced() {
        return candidates.size() <= count ? candidates : new LinkedHashSet<>(pinned);
    }
}
