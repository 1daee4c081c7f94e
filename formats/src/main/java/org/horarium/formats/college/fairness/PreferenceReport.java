package org.horarium.formats.college.fairness;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.engine.model.PersonOption;
import org.horarium.formats.college.ActivityTemplate;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Course;
import org.horarium.formats.college.Preference;
import org.horarium.formats.college.Preference.Bucket;
import org.horarium.formats.college.Timetable;
import org.horarium.formats.college.problem.Activity;
import org.horarium.formats.college.problem.PreferenceScores;
import org.horarium.formats.college.problem.StaffFit;

/**
 * Makes a {@link PreferenceProfile}. A session given by a person is worth {@link PreferenceScores#WORST} less its penalty
 * to them; satisfaction is what their sessions are worth together over what the same number of those they could give and
 * like best would be. Pinned sessions that they could not have been asked for are worth nothing.
 */
public final class PreferenceReport {
    private final College college;
    private final Map<String, Map<String, Integer>> penalties = new LinkedHashMap<>(); // person, template
    private final Map<String, List<Integer>> available = new HashMap<>(); // person, the penalty of each session
    private final Map<String, Map<String, Preference>> said = new LinkedHashMap<>();

    private PreferenceReport(College college) {
        this.college = college;
        college.preferences()
                .forEach(preference -> said.computeIfAbsent(preference.person(), person -> new HashMap<>())
                        .putIfAbsent(preference.template(), preference));
        StaffFit fit = StaffFit.of(college);
        Map<String, Integer> sessions = new HashMap<>();
        Activity.all(college)
                .forEach(activity -> sessions.merge(activity.template().id(), 1, Integer::sum));
        for (Course course : college.courses()) {
            for (ActivityTemplate template : course.activities()) {
                Set<String> counted = new HashSet<>();
                for (ActivityTemplate.Requirement need : template.personnel()) {
                    for (PersonOption option : fit.candidates(course, template, need)) {
                        if (said.containsKey(option.person()) && counted.add(option.person())) {
                            able(option, template.id(), sessions.getOrDefault(template.id(), 0));
                        }
                    }
                }
            }
        }
    }

    private void able(PersonOption option, String template, int sessions) {
        penalties.computeIfAbsent(option.person(), person -> new HashMap<>()).put(template, option.penalty());
        List<Integer> each = available.computeIfAbsent(option.person(), person -> new ArrayList<>());
        for (int i = 0; i < sessions; i++) {
            each.add(option.penalty());
        }
    }

    /**
     * The profile of a timetable.
     *
     * @param college what it was made for, with the preferences
     * @param timetable whose activities are the college's
     */
    public static PreferenceProfile of(College college, Timetable timetable) {
        return new PreferenceReport(college).profile(timetable);
    }

    private PreferenceProfile profile(Timetable timetable) {
        Map<String, List<String>> given = new HashMap<>();
        for (Timetable.ScheduledEvent event : timetable.events()) {
            Set<String> people = new HashSet<>();
            for (Timetable.Assignment assignment : event.personnel()) {
                if (people.add(assignment.person())) {
                    given.computeIfAbsent(assignment.person(), person -> new ArrayList<>())
                            .add(template(event.activity()));
                }
            }
        }
        List<PreferenceProfile.Satisfaction> people = new ArrayList<>();
        Map<Bucket, Integer> buckets = new EnumMap<>(Bucket.class);
        int unranked = 0;
        List<String> order = college.personnel().stream()
                .map(person -> person.id())
                .filter(said::containsKey)
                .toList();
        for (String person : order) {
            List<String> templates = given.getOrDefault(person, List.of());
            int liked = 0;
            for (String template : templates) {
                Preference preference = wishes(person).get(template);
                if (preference == null) {
                    unranked++;
                } else {
                    buckets.merge(preference.bucket(), 1, Integer::sum);
                    liked += isLiked(preference) ? 1 : 0;
                }
            }
            people.add(new PreferenceProfile.Satisfaction(
                    person,
                    templates.size(),
                    satisfaction(person, templates),
                    liked,
                    wishes(person).values().stream().anyMatch(PreferenceReport::isLiked)));
        }
        return new PreferenceProfile(people, buckets, unranked, envyPairs(order, given));
    }

    private static boolean isLiked(Preference preference) {
        return preference.bucket() == Bucket.STRONGLY_PREFER || preference.bucket() == Bucket.PREFER;
    }

    private Map<String, Preference> wishes(String person) {
        return said.getOrDefault(person, Map.of());
    }

    private static String template(String activity) {
        return activity.substring(0, Math.max(0, activity.indexOf('/')));
    }

    private int satisfaction(String person, List<String> templates) {
        long best = available.getOrDefault(person, List.of()).stream()
                .sorted()
                .limit(templates.size())
                .mapToLong(penalty -> PreferenceScores.WORST - penalty)
                .sum();
        return best == 0
                ? PreferenceProfile.FULL
                : (int) Math.min(PreferenceProfile.FULL, PreferenceProfile.FULL * worth(person, templates) / best);
    }

    private long worth(String person, List<String> templates) {
        Map<String, Integer> own = penalties.getOrDefault(person, Map.of());
        return templates.stream()
                .mapToLong(template -> PreferenceScores.WORST - own.getOrDefault(template, PreferenceScores.WORST))
                .sum();
    }

    /** Sets of different size are compared by what a session of them is worth on average. */
    private int envyPairs(List<String> order, Map<String, List<String>> given) {
        int pairs = 0;
        for (String person : order) {
            List<String> own = given.getOrDefault(person, List.of());
            Map<String, Integer> able = penalties.getOrDefault(person, Map.of());
            for (String other : order) {
                List<String> theirs = given.getOrDefault(other, List.of());
                if (!other.equals(person)
                        && !own.isEmpty()
                        && !theirs.isEmpty()
                        && able.keySet().containsAll(theirs)
                        && worth(person, theirs) * own.size() > worth(person, own) * theirs.size()) {
                    pairs++;
                }
            }
        }
        return pairs;
    }
}
