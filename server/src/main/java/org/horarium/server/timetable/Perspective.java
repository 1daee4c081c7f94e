package org.horarium.server.timetable;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From whose side a timetable is looked at. */
public enum Perspective {
    /** The week of a group of students, and of all its parts. */
    GROUP {
        @Override
        public List<Frame.Label> choices(Frame frame) {
            return frame.groups().stream()
                    .map(g -> new Frame.Label(g.id(), g.name()))
                    .toList();
        }

        @Override
        public boolean concerns(PlacedActivity activity, Set<String> ids) {
            return activity.attendees().stream().anyMatch(ids::contains);
        }

        @Override
        public Set<String> related(Frame frame, String id) {
            return frame.leaves(id);
        }
    },
    /** The week of somebody who teaches. */
    PERSON {
        @Override
        public List<Frame.Label> choices(Frame frame) {
            return frame.people();
        }

        @Override
        public boolean concerns(PlacedActivity activity, Set<String> ids) {
            return activity.staff().stream().anyMatch(s -> ids.contains(s.person()));
        }
    },
    /** The week of a room. */
    ROOM {
        @Override
        public List<Frame.Label> choices(Frame frame) {
            return frame.rooms();
        }

        @Override
        public boolean concerns(PlacedActivity activity, Set<String> ids) {
            return activity.room() != null && ids.contains(activity.room());
        }
    };

    /** Everything that can be looked at from this side, in the order in which it is offered. */
    public abstract List<Frame.Label> choices(Frame frame);

    /** Whether an activity concerns one of the ids. */
    public abstract boolean concerns(PlacedActivity activity, Set<String> ids);

    /** The ids by which an activity is known to concern somebody or something. */
    public Set<String> related(Frame frame, String id) {
        return Set.of(id);
    }

    /** The perspective of a word in an address; by group if the word is unknown. */
    public static Perspective of(@Nullable String code) {
        return Stream.of(values())
                .filter(p -> p.code().equals(code))
                .findFirst()
                .orElse(GROUP);
    }

    /** The word in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
