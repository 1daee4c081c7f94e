package org.horarium.server.generation.web;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.horarium.server.generation.GenerationJob;
import org.horarium.server.generation.VariantChoice;
import org.horarium.server.timetable.Frame;
import org.horarium.server.timetable.NewRevision;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.Revision;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The result of a job.
 *
 * @param jobId its id
 * @param status as in {@link JobJson#status()}
 * @param variant which variant the timetable is of; null when there is none
 * @param errorMessage why it failed; null unless it did
 * @param timetable the draft: the variant that was chosen last, also the part that could be placed by a failed job; null
 *     when there is nothing
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ResultJson(
        UUID jobId,
        String status,
        @Nullable String variant,
        @Nullable String errorMessage,
        @Nullable TimetableJson timetable) {
    /**
     * A timetable.
     *
     * @param id of the revision; null for a variant that is none
     * @param number of the revision in its schedule; null for a variant that is none
     * @param status of the revision: draft, partial, approved, …; null for a variant that is none
     * @param hard hard violations
     * @param total cost
     * @param costs cost of each goal
     * @param events what was placed
     * @param unplaced what was not, and why
     */
    record TimetableJson(
            @Nullable Long id,
            @Nullable Integer number,
            @Nullable String status,
            long hard,
            long total,
            Map<String, Long> costs,
            List<EventJson> events,
            List<Revision.Unplaced> unplaced) {
        static TimetableJson of(Revision revision) {
            return new TimetableJson(
                    revision.id(),
                    revision.number(),
                    revision.status().code(),
                    revision.hard(),
                    revision.total(),
                    revision.costs(),
                    ResultJson.events(revision.frame(), revision.activities()),
                    revision.unplaced());
        }

        static TimetableJson of(NewRevision content) {
            return new TimetableJson(
                    null,
                    null,
                    null,
                    content.hard(),
                    content.total(),
                    content.costs(),
                    ResultJson.events(content.frame(), content.activities()),
                    content.unplaced());
        }
    }

    /**
     * An activity in its place.
     *
     * @param activityId {@code template/group/ordinal}
     * @param name for people
     * @param type lecture, lab, …
     * @param courseId its course
     * @param groupId who attends
     * @param day MONDAY to SUNDAY
     * @param slot first slot, from 1
     * @param duration in slots
     * @param start clock time
     * @param end clock time
     * @param weeks every, a or b
     * @param roomId where; null when it needs no room
     * @param room name of the room
     * @param personnel who gives it
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record EventJson(
            String activityId,
            String name,
            String type,
            @Nullable String courseId,
            String groupId,
            String day,
            int slot,
            int duration,
            LocalTime start,
            LocalTime end,
            String weeks,
            @Nullable String roomId,
            @Nullable String room,
            List<PersonJson> personnel) {}

    /** A person in a role. */
    record PersonJson(String role, String id, String name) {}

    static ResultJson of(GenerationJob job, @Nullable VariantChoice choice, @Nullable Revision revision) {
        return new ResultJson(
                job.id(),
                job.status().code(),
                choice == null ? null : choice.variant().label(),
                job.error(),
                revision == null ? null : TimetableJson.of(revision));
    }

    private static List<EventJson> events(Frame frame, List<PlacedActivity> activities) {
        Map<String, Frame.Template> templates =
                frame.templates().stream().collect(Collectors.toMap(Frame.Template::id, Function.identity()));
        Map<String, String> rooms =
                frame.rooms().stream().collect(Collectors.toMap(Frame.Label::id, Frame.Label::name));
        Map<String, String> people =
                frame.people().stream().collect(Collectors.toMap(Frame.Label::id, Frame.Label::name));
        return activities.stream()
                .map(a -> event(a, frame, templates.get(a.template()), rooms, people))
                .toList();
    }

    private static EventJson event(
            PlacedActivity a,
            Frame frame,
            Frame.@Nullable Template template,
            Map<String, String> rooms,
            Map<String, String> people) {
        String room = a.room();
        return new EventJson(
                a.activity(),
                template == null ? a.template() : template.name(),
                template == null ? "" : template.type(),
                template == null ? null : template.course(),
                a.group(),
                a.day().name(),
                a.slot(),
                a.duration(),
                frame.slots().get(a.slot() - 1).start(),
                frame.slots().get(a.slot() + a.duration() - 2).end(),
                a.weeks().name().toLowerCase(Locale.ROOT),
                room,
                room == null ? null : rooms.get(room),
                a.staff().stream()
                        .map(s -> new PersonJson(s.role(), s.person(), people.getOrDefault(s.person(), s.person())))
                        .toList());
    }
}
