package org.horarium.formats.fet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Years, groups and subgroups. FET checks clashes on subgroups; a group without subgroups and a year without groups stand
 * for themselves. A subgroup may sit in several groups, a group in several years.
 */
final class FetStudents {
    private final Map<String, Set<String>> atoms = new LinkedHashMap<>();
    private final Map<String, Integer> sizes = new LinkedHashMap<>();
    private final Set<String> all = new LinkedHashSet<>();

    FetStudents(List<FetItem> years) {
        for (FetItem year : years) {
            addSet(year, "Group", "Subgroup");
        }
    }

    private Set<String> addSet(FetItem item, String inner, String innermost) {
        String name = item.text("Name");
        sizes.put(name, item.number("Number_of_Students", 0, 10_000_000, 0));
        Set<String> own = atoms.computeIfAbsent(name, set -> new LinkedHashSet<>());
        List<FetItem> parts = inner.isEmpty() ? List.of() : item.items(inner);
        for (FetItem part : parts) {
            own.addAll(addSet(part, innermost, ""));
        }
        if (own.isEmpty()) {
            own.add(name);
        }
        if (own.contains(name)) {
            all.add(name);
        }
        return own;
    }

    /** Names of the sets that have no parts. */
    Collection<String> groups() {
        return all;
    }

    /** Names of all sets. */
    Collection<String> names() {
        return atoms.keySet();
    }

    /** The sets without parts that a set consists of; none when there is no such set. */
    List<String> groupsOf(String set) {
        return List.copyOf(atoms.getOrDefault(set, Set.of()));
    }

    List<String> groupsOf(List<String> sets) {
        Set<String> groups = new LinkedHashSet<>();
        sets.forEach(set -> groups.addAll(groupsOf(set)));
        return new ArrayList<>(groups);
    }

    int size(String set) {
        return sizes.getOrDefault(set, 0);
    }
}
