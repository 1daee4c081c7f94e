package org.horarium.server.timetable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Timetable;
import org.horarium.formats.college.problem.Activity;
import org.horarium.formats.college.problem.Atom;
import org.horarium.server.schedule.ScheduleId;
import org.jspecify.annotations.Nullable;

/**
 * A revision to be saved.
 *
 * @param schedule id of the schedule
 * @param job id of the generation job that made it; null when it was made by hand
 * @param hard number of hard violations; 0, or the number of unplaced activities
 * @param costs cost of each goal, by name
 * @param total sum of the costs
 * @param frame the week and the names
 * @param activities what was placed
 * @param unplaced what was not
 */
public record NewRevision(
        ScheduleId schedule,
        @Nullable UUID job,
        long hard,
        Map<String, Long> costs,
        long total,
        Frame frame,
        List<PlacedActivity> activities,
        List<Revision.Unplaced> unplaced) {
    public NewRevision {
        costs = Map.copyOf(costs);
        activities = List.copyOf(activities);
        unplaced = List.copyOf(unplaced);
    }

    /**
     * A timetable of a college, as a revision.
     *
     * @param schedule id of the schedule
     * @param job id of the generation job that made it; null when it was made by hand
     * @param college what it was made from
     * @param activities all activities of the college
     * @param timetable what was made
     */
    public static NewRevision of(
            ScheduleId schedule, @Nullable UUID job, College college, List<Activity> activities, Timetable timetable) {
        Map<String, Activity> byId = activities.stream().collect(Collectors.toMap(Activity::id, Function.identity()));
        return new NewRevision(
                schedule,
                job,
                timetable.hard(),
                timetable.costs(),
                timetable.total(),
                Frame.of(college),
                timetable.events().stream().map(event -> placed(event, byId)).toList(),
                timetable.unplaced().stream()
                        .map(u -> new Revision.Unplaced(u.activity(), u.reason()))
                        .toList());
    }

    /**
     * What the revision would be, to be shown before anybody saves it: without a key, and with the number 0.
     */
    public Revision unsaved() {
        return new Revision(
                0,
                new UUID(0, 0),
                0,
                schedule,
                0,
                job,
                hard == 0 ? RevisionStatus.DRAFT : RevisionStatus.PARTIAL,
                null,
                hard,
                costs,
                total,
                frame,
                activities,
                unplaced,
                Instant.EPOCH);
    }

    private static PlacedActivity placed(Timetable.ScheduledEvent event, Map<String, Activity> activities) {
        Activity activity = activities.get(event.activity());
        if (activity == null) {
            throw new IllegalArgumentException("The timetable places an activity (%s) that the college does not have."
                    .formatted(event.activity()));
        }
        return new PlacedActivity(
                activity.id(),
                activity.template().id(),
                activity.group(),
                activity.attendees().stream().map(Atom::leaf).distinct().toList(),
                event.day(),
                event.slot(),
                event.duration(),
                switch (event.weeks()) {
                    case EVERY -> PlacedActivity.Weeks.EVERY;
                    case A -> PlacedActivity.Weeks.A;
                    case B -> PlacedActivity.Weeks.B;
                    case ALTERNATE ->
                        throw new IllegalArgumentException("The timetable leaves the weeks of the activity (%s) open."
                                .formatted(event.activity()));
                },
                event.room(),
                event.personnel().stream()
                        .map(p -> new PlacedActivity.Staff(p.role(), p.person()))
                        .toList());
    }
}
