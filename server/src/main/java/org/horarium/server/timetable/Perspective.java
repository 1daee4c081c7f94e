package org.horarium.server.timetable;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** From whose side a timetable is looked at. */
public enum Perspective {
    /** The week of a group of students, with what its larger and smaller groups attend. */
    GROUP {
        @Override
        List<Frame.Label> choices(Frame frame) {
            return frame.groups().stream()
                    .map(g -> new Frame.Label(g.id(), g.name()))
                    .toList();
        }

        @Override
        boolean concerns(PlacedActivity activity, Set<String> ids) {
            return ids.contains(activity.group());
        }

        @Override
        Set<String> related(Frame frame, String id) {
            return GroupTree.of(frame).around(id);
        }
    },
    /** The week of somebody who teaches. */
    PERSON {
        @Override
        List<Frame.Label> choices(Frame frame) {
            return frame.people();
        }

        @Override
        boolean concerns(PlacedActivity activity, Set<String> ids) {
            return activity.staff().stream().anyMatch(s -> ids.contains(s.person()));
        }
    },
    /** The week of a room. */
    ROOM {
        @Override
        List<Frame.Label> choices(Frame frame) {
            return frame.rooms();
        }

        @Override
        boolean concerns(PlacedActivity activity, Set<String> ids) {
            return activity.room() != null && ids.contains(activity.room());
        }
    };

    /** Everything that can be looked at from this side, in the order in which it is offered. */
    abstract List<Frame.Label> choices(Frame frame);

    /** Whether an activity concerns one of the ids. */
    abstract boolean concerns(PlacedActivity activity, Set<String> ids);

    /** The id and those whose activities belong into the same week. */
    Set<String> related(Frame frame, String id) {
        return Set.of(id);
    }

    /** The word in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
