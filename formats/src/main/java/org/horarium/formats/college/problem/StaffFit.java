package org.horarium.formats.college.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.engine.model.PersonOption;
import org.horarium.formats.college.ActivityTemplate;
import org.horarium.formats.college.ActivityTemplate.Requirement;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Course;
import org.horarium.formats.college.Personnel;
import org.horarium.formats.college.Preference;
import org.jspecify.annotations.Nullable;

/**
 * Who may give an activity, and what that costs.
 *
 * <p>Candidates are the people that the requirement lists, or everybody of the course's department with the role; who
 * said {@code CANNOT} is none. The penalty is that of the bucket: strongly prefer {@value #STRONGLY_PREFER}, prefer
 * {@value #PREFER}, neutral and unranked {@value #NEUTRAL}, rather not {@value #RATHER_NOT}; the position in the bucket
 * adds 0 for the first (and for items without a position), 1 for the second, and so on up to {@value #LAST_PLACE}, so that
 * it never outweighs a bucket. It is multiplied by the objective's {@code preferences}.
 */
public final class StaffFit {
    private static final int STRONGLY_PREFER = 0;
    private static final int PREFER = 10;
    private static final int NEUTRAL = 30;
    private static final int RATHER_NOT = 60;
    private static final int LAST_PLACE = 9;

    private final List<Personnel> personnel;
    private final Map<String, Map<String, Preference>> preferences = new HashMap<>();

    private StaffFit(College college) {
        personnel = college.personnel();
        for (Preference preference : college.preferences()) {
            preferences
                    .computeIfAbsent(preference.template(), template -> new HashMap<>())
                    .putIfAbsent(preference.person(), preference);
        }
    }

    /** For the people of a college. */
    public static StaffFit of(College college) {
        return new StaffFit(college);
    }

    /** The people who may fill a requirement of a template, in the order of the college's personnel. */
    public List<PersonOption> candidates(Course course, ActivityTemplate template, Requirement requirement) {
        Set<String> named = new HashSet<>(requirement.candidates());
        Map<String, Preference> ofTemplate = preferences.getOrDefault(template.id(), Map.of());
        List<PersonOption> options = new ArrayList<>();
        for (Personnel person : personnel) {
            boolean able = named.isEmpty()
                    ? person.department().equals(course.department())
                            && person.roles().contains(requirement.role())
                    : named.contains(person.id());
            Preference preference = ofTemplate.get(person.id());
            boolean refuses = preference != null && preference.bucket() == Preference.Bucket.CANNOT;
            if (able && !refuses) {
                options.add(new PersonOption(person.id(), penalty(preference)));
            }
        }
        return options;
    }

    private static int penalty(@Nullable Preference preference) {
        if (preference == null) {
            return NEUTRAL;
        }
        int base = switch (preference.bucket()) {
            case STRONGLY_PREFER -> STRONGLY_PREFER;
            case PREFER -> PREFER;
            case NEUTRAL -> NEUTRAL;
            case RATHER_NOT -> RATHER_NOT;
            case CANNOT ->
                throw new IllegalArgumentException(
                        "Person (%s) cannot give template (%s).".formatted(preference.person(), preference.template()));
        };
        return base + (preference.order() == null ? 0 : Math.max(0, Math.min(preference.order() - 1, LAST_PLACE)));
    }
}
