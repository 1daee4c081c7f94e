package org.horarium.server.timetable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who belongs to whom among the groups of a frame. */
final class GroupTree {
    private final Map<String, @Nullable String> parents = new HashMap<>();

    private GroupTree(Frame frame) {
        frame.groups().forEach(group -> parents.put(group.id(), group.parent()));
    }

    static GroupTree of(Frame frame) {
        return new GroupTree(frame);
    }

    /** The group, all groups that it is a part of, and all its parts. An unknown group has only itself. */
    Set<String> around(String id) {
        Set<String> related = up(id);
        parents.keySet().stream().filter(other -> up(other).contains(id)).forEach(related::add);
        return related;
    }

    /** The group and all groups that it is a part of. */
    Set<String> up(String id) {
        Set<String> chain = new HashSet<>();
        for (String at = id; at != null; at = parents.get(at)) {
            chain.add(at);
        }
        return chain;
    }
}
