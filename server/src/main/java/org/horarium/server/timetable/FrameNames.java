package org.horarium.server.timetable;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names and clock times of the activities of a revision, out of its frame. An unknown id is its own name. */
public final class FrameNames {
    private final Frame frame;
    private final Map<String, Frame.Template> templates;
    private final Map<String, String> groups;
    private final Map<String, String> rooms;
    private final Map<String, String> people;

    /** @param frame of the revision */
    public FrameNames(Frame frame) {
        this.frame = frame;
        templates = frame.templates().stream().collect(Collectors.toMap(Frame.Template::id, Function.identity()));
        groups = frame.groups().stream().collect(Collectors.toMap(Frame.Group::id, Frame.Group::name));
        rooms = names(frame.rooms());
        people = names(frame.people());
    }

    private static Map<String, String> names(List<Frame.Label> labels) {
        return labels.stream().collect(Collectors.toMap(Frame.Label::id, Frame.Label::name));
    }

    /** What is taught. */
    public Frame.Template template(PlacedActivity activity) {
        String id = activity.template();
        return templates.getOrDefault(id, new Frame.Template(id, id, "", id, id, false));
    }

    /** Name of the group; of the course, when an elective is given to all who chose it. */
    public String group(PlacedActivity activity) {
        Frame.Template template = template(activity);
        return template.elective() && activity.group().equals(template.course())
                ? template.courseName()
                : group(activity.group());
    }

    /** Name of a group by its id. */
    public String group(String id) {
        return groups.getOrDefault(id, id);
    }

    /** Name of the room; null when it needs none. */
    public @Nullable String room(PlacedActivity activity) {
        String room = activity.room();
        return room == null ? null : rooms.getOrDefault(room, room);
    }

    /** Name of a room by its id. */
    public String roomName(String id) {
        return rooms.getOrDefault(id, id);
    }

    /** Names of those who give it. */
    public List<String> people(PlacedActivity activity) {
        return activity.staff().stream().map(staff -> person(staff.person())).toList();
    }

    /** Name of a person by the id. */
    public String person(String id) {
        return people.getOrDefault(id, id);
    }

    /** Clock time at which it begins. */
    public LocalTime start(PlacedActivity activity) {
        return frame.slots().get(activity.slot() - 1).start();
    }

    /** Clock time at which it ends. */
    public LocalTime end(PlacedActivity activity) {
        return frame.slots().get(activity.end() - 2).end();
    }
}
