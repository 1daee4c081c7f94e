package org.horarium.server.schedule;

import java.util.List;
import java.util.Map;
import org.horarium.formats.college.Fairness;
import org.horarium.formats.college.Preference;
import org.horarium.formats.college.WeeklyTime;
import org.jspecify.annotations.Nullable;

/** What the people of a college say for themselves. Given by the module that asks them; people and templates by code. */
public interface PersonnelInput {
    /**
     * Adds preferences that stand until their people say something else, in the caller's transaction.
     *
     * @throws IllegalArgumentException when a person or a template is not there
     */
    void insertStanding(List<Preference> preferences);

    /**
     * What counts, in the order in which it was entered.
     *
     * @param schedule for which; null for the standing preferences only
     */
    List<Preference> preferences(@Nullable ScheduleId schedule);

    /** When people said they cannot come in a schedule, beside their availability in the data; by person. */
    Map<String, List<WeeklyTime>> unavailable(ScheduleId schedule);

    /** How the preferences of different people are weighed in a schedule. */
    Fairness fairness(ScheduleId schedule);
}
