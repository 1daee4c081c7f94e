package org.horarium.formats.college.check;

import java.util.HashSet;
import java.util.Set;
import org.horarium.formats.FaultCollector;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Personnel;

/** People: names, roles, limits. */
final class PersonnelChecks {
    private static final int DAYS = 7;

    private PersonnelChecks() {}

    static void check(College college, Ids ids, FaultCollector faults) {
        for (int i = 0; i < college.personnel().size(); i++) {
            person("/personnel/" + i, college.personnel().get(i), ids, faults);
        }
    }

    private static void person(String where, Personnel person, Ids ids, FaultCollector faults) {
        String owner = "person (%s)".formatted(Show.id(person.id()));
        Values.text(where, owner, "name", person.name(), faults);
        Values.optionalText(where, owner, "email", person.email(), faults);
        ids.departments.require(where + "/department", owner, person.department());
        if (person.roles().isEmpty()) {
            faults.add(where + "/roles", "The %s has no roles. Give at least one, such as lecturer.", owner);
        }
        Set<String> seen = new HashSet<>();
        for (int r = 0; r < person.roles().size(); r++) {
            Values.text(
                    where + "/roles", owner, Integer.toString(r), person.roles().get(r), faults);
            Values.once(where + "/roles/" + r, owner, "role", person.roles().get(r), seen, faults);
        }
        Values.range(where, owner, "max_slots_per_week", person.maxSlotsPerWeek(), 0, DAYS * Limits.MAX_SLOTS, faults);
        if (person.maxSlotsPerDay() != null) {
            Values.range(where, owner, "max_slots_per_day", person.maxSlotsPerDay(), 1, Limits.MAX_SLOTS, faults);
        }
        if (person.maxDaysPerWeek() != null) {
            Values.range(where, owner, "max_days_per_week", person.maxDaysPerWeek(), 1, DAYS, faults);
        }
        Values.weekly(where, owner, person.unavailable(), faults);
    }
}
