package org.horarium.server.schedule;

import java.util.List;

/**
 * What all tabs of a schedule's page show on top.
 *
 * @param schedule that is looked at
 * @param tabs all tabs, in order
 * @param current path of the open tab
 * @param mayManage whether the person may change the schedule: they look after all of its departments
 */
public record ScheduleFrame(Schedule schedule, List<ScheduleTab> tabs, String current, boolean mayManage) {
    public ScheduleFrame {
        tabs = List.copyOf(tabs);
    }
}
