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

/**
 * Who may give an activity, and what that costs.
 *
 * <p>Candidates are the people that the requirement lists, or everybody of the course's department with the role; who
 * said {@code CANNOT} is none. The penalty is that of {@link PreferenceScores}; it is multiplied by the objective's
 * {@code preferences}.
 */
public final class StaffFit {
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
                options.add(new PersonOption(person.id(), PreferenceScores.penalty(preference)));
            }
        }
        return options;
    }
}
