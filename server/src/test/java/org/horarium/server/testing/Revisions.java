package org.horarium.server.testing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Role;
import org.horarium.server.approval.Workflow;
import org.horarium.server.approval.WorkflowAction;
import org.horarium.server.schedule.Schedule;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.ScheduleScope;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.timetable.Frame;
import org.horarium.server.timetable.NewRevision;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.PlacedActivity.Staff;
import org.horarium.server.timetable.PlacedActivity.Weeks;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.Timetables;
import org.jspecify.annotations.Nullable;

/** Timetables of the {@link TinyCollege} made by hand, and the way of one to its publication. */
public final class Revisions {
    /** An administrator who decides and publishes. */
    public static final Actor DEAN = new Actor(1, "dean@tiny.example", "Dean", Role.ADMIN, Set.of(), null, null);

    /** Another administrator, who submits. */
    public static final Actor PLANNER =
            new Actor(2, "planner@tiny.example", "Planner", Role.ADMIN, Set.of(), null, null);

    private final Timetables timetables;
    private final Schedules schedules;
    private final Workflow workflow;

    /** Works with the beans of the test. */
    public Revisions(Timetables timetables, Schedules schedules, Workflow workflow) {
        this.timetables = timetables;
        this.schedules = schedules;
        this.workflow = workflow;
    }

    /** The schedule of a department in the college's only academic year. */
    public Schedule schedule(String department) {
        return schedules.findOrCreate(new ScheduleScope(department, null, null, "2024-25"));
    }

    /** A draft of the schedule; partial when something is unplaced. */
    public Revision draft(ScheduleId schedule, List<PlacedActivity> placed, String... unplaced) {
        long id = timetables.save(new NewRevision(
                schedule,
                null,
                unplaced.length,
                Map.of(),
                0,
                Frame.of(TinyCollege.college()),
                placed,
                List.of(unplaced).stream()
                        .map(activity -> new Revision.Unplaced(activity, "No room is free."))
                        .toList()));
        return timetables.find(id).orElseThrow();
    }

    /** Brings a draft to its publication. */
    public void publish(UUID revision, @Nullable LocalDate from) {
        workflow.take(PLANNER, revision, Workflow.Request.of(WorkflowAction.SUBMIT_FOR_REVIEW, null, null));
        workflow.take(DEAN, revision, Workflow.Request.of(WorkflowAction.APPROVE, null, null));
        workflow.take(DEAN, revision, new Workflow.Request(WorkflowAction.PUBLISH, null, null, from));
    }

    /** The lecture of Circuits for 2024-EEE: by P3 in S1 unless said otherwise. */
    public static PlacedActivity circuits(DayOfWeek day, int slot, String room) {
        return new PlacedActivity(
                "CIRCUITS-lecture/2024-EEE/1",
                "CIRCUITS-lecture",
                "2024-EEE",
                List.of("2024-EEE-A"),
                day,
                slot,
                1,
                Weeks.EVERY,
                room,
                List.of(new Staff("lecturer", "P3")));
    }

    /** The lab of Power for the only section of 2024-EEE, by P5. */
    public static PlacedActivity power(DayOfWeek day, int slot, Weeks weeks, String room) {
        return new PlacedActivity(
                "POWER-lab/2024-EEE-A/1",
                "POWER-lab",
                "2024-EEE-A",
                List.of("2024-EEE-A"),
                day,
                slot,
                1,
                weeks,
                room,
                List.of(new Staff("technician", "P5")));
    }
}
