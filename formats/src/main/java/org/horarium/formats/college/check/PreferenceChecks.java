package org.horarium.formats.college.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.horarium.formats.FaultCollector;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Objective;
import org.horarium.formats.college.Preference;

/** Preferences, and the weights of the objective. */
final class PreferenceChecks {
    private static final int MAX_ORDER = 100_000;
    private static final int MAX_WEIGHT = 1_000;

    private PreferenceChecks() {}

    static void check(College college, Ids ids, FaultCollector faults) {
        Map<List<String>, Integer> first = new HashMap<>();
        for (int i = 0; i < college.preferences().size(); i++) {
            Preference preference = college.preferences().get(i);
            String where = "/preferences/" + i;
            String owner = "preference of (%s) for (%s)"
                    .formatted(Show.id(preference.person()), Show.id(preference.template()));
            ids.personnel.require(where + "/person", owner, preference.person());
            ids.templates.require(where + "/template", owner, preference.template());
            List<String> key = List.of(preference.person(), preference.template());
            Integer other = key.contains(CollegeChecks.UNREADABLE) ? null : first.putIfAbsent(key, i);
            if (other != null) {
                faults.add(where, "The %s is given twice, also at /preferences/%d. Keep one of them.", owner, other);
            }
            if (preference.order() != null) {
                Values.range(where, owner, "order", preference.order(), 1, MAX_ORDER, faults);
            }
            Values.optionalText(where, owner, "reason", preference.reason(), faults);
            if (preference.bucket() == Preference.Bucket.CANNOT && preference.reason() == null) {
                faults.add(
                        where + "/reason",
                        "The %s says (cannot) without a reason. Add the reason, or say rather_not.",
                        owner);
            }
        }
        objective(college.objective(), faults);
    }

    private static void objective(Objective objective, FaultCollector faults) {
        weight("preferences", objective.preferences(), faults);
        weight("student_gaps", objective.studentGaps(), faults);
        weight("spread", objective.spread(), faults);
        weight("load_balance", objective.loadBalance(), faults);
        weight("room_fit", objective.roomFit(), faults);
    }

    private static void weight(String field, int value, FaultCollector faults) {
        Values.range("/objective", "objective", field, value, 0, MAX_WEIGHT, faults);
    }
}
