package org.horarium.server.schedule;

import java.util.Comparator;
import java.util.List;
import org.horarium.server.access.Actor;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Opens schedules for people, with the row rules. */
@Component
public class ScheduleFrames {
    private final Schedules schedules;
    private final List<ScheduleTab> tabs;

    ScheduleFrames(Schedules schedules, List<ScheduleTab> tabs) {
        this.schedules = schedules;
        this.tabs = tabs.stream()
                .sorted(Comparator.comparingInt(ScheduleTab::order))
                .toList();
    }

    /**
     * A schedule for somebody who wants to look at it.
     *
     * @param id the schedule
     * @param tab path of the open tab
     * @param actor who looks
     * @throws ScheduleNotFoundException when there is none, or they look after none of its departments
     */
    public ScheduleFrame open(ScheduleId id, String tab, Actor actor) {
        Schedule schedule = schedules.get(id);
        if (schedule.departments().stream().noneMatch(actor::mayManage)) {
            throw new ScheduleNotFoundException(id);
        }
        return new ScheduleFrame(schedule, tabs, tab, actor.mayManageAll(schedule.departments()));
    }

    /**
     * A schedule for somebody who wants to change it, or to have a timetable made.
     *
     * @param id the schedule
     * @param actor who wants to
     * @throws ScheduleNotFoundException when there is none, or they look after none of its departments
     * @throws AccessDeniedException when they do not look after all of its departments
     */
    public Schedule manage(ScheduleId id, Actor actor) {
        ScheduleFrame frame = open(id, "", actor);
        if (!frame.mayManage()) {
            throw new AccessDeniedException("the schedule concerns departments that are not yours ("
                    + String.join(", ", frame.schedule().departments()) + ").");
        }
        return frame.schedule();
    }
}
