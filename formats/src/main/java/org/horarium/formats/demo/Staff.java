package org.horarium.formats.demo;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.horarium.formats.college.ActivityTemplate;
import org.horarium.formats.college.Course;
import org.horarium.formats.college.Personnel;
import org.horarium.formats.college.Preference;
import org.horarium.formats.college.Preference.Bucket;
import org.horarium.formats.college.WeeklyTime;
import org.jspecify.annotations.Nullable;

/** The people of a department, what they can give and what they would like to give. */
final class Staff {
    static final String LECTURER = "lecturer";
    static final String ASSISTANT = "assistant";

    private static final int PART_TIME_EVERY = 4;
    private static final int PART_TIME_DAYS = 3;
    private static final int SLOTS_PER_DAY = 5;
    private static final List<DayOfWeek> WEEK =
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    /** Buckets of the items that a person ranks, best first; what is left over stays unranked. */
    private static final List<Bucket> RANKED =
            List.of(Bucket.STRONGLY_PREFER, Bucket.PREFER, Bucket.PREFER, Bucket.NEUTRAL, Bucket.RATHER_NOT);

    private final Curriculum curriculum;
    private final Scale scale;
    private final int index;
    private final List<Personnel> lecturers = new ArrayList<>();
    private final List<Personnel> assistants = new ArrayList<>();

    /** @param index of the department, so that departments differ */
    Staff(Curriculum curriculum, Scale scale, PeopleNames names, int index) {
        this.curriculum = curriculum;
        this.scale = scale;
        this.index = index;
        for (int i = 0; i < scale.lecturers(); i++) {
            lecturers.add(lecturer(i, names.next()));
        }
        for (int i = 0; i < scale.assistants(); i++) {
            String name = names.next();
            assistants.add(
                    person("A", i, name, List.of(ASSISTANT), scale.load().assistant(), SLOTS_PER_DAY, null, List.of()));
        }
    }

    private Personnel lecturer(int i, String name) {
        boolean partTime = i % PART_TIME_EVERY == PART_TIME_EVERY - 1;
        boolean head = i == 0;
        boolean alsoAssists = i == scale.lecturers() - 1;
        List<WeeklyTime> unavailable = new ArrayList<>();
        if (partTime) {
            unavailable.add(wholeDay(i / PART_TIME_EVERY + index));
            unavailable.add(wholeDay(i / PART_TIME_EVERY + index + 2));
        } else if (head) {
            unavailable.add(new WeeklyTime(DayOfWeek.WEDNESDAY, LocalTime.of(14, 0), LocalTime.of(17, 0)));
        }
        return person(
                "F",
                i,
                "Dr. " + name,
                alsoAssists ? List.of(LECTURER, ASSISTANT) : List.of(LECTURER),
                partTime ? scale.load().partTime() : scale.load().lecturer(),
                SLOTS_PER_DAY,
                partTime ? PART_TIME_DAYS : null,
                unavailable);
    }

    private static WeeklyTime wholeDay(int day) {
        return new WeeklyTime(WEEK.get(day % WEEK.size()), LocalTime.of(8, 0), LocalTime.of(20, 0));
    }

    private Personnel person(
            String kind,
            int i,
            String name,
            List<String> roles,
            int perWeek,
            int perDay,
            @Nullable Integer days,
            List<WeeklyTime> unavailable) {
        String id = "%s-%s%02d".formatted(curriculum.code(), kind, i + 1);
        String address = "%s.%s@demo.horarium.org"
                .formatted(name.replace("Dr. ", "").replace(' ', '.'), curriculum.code())
                .toLowerCase(Locale.ROOT);
        return new Personnel(id, name, address, curriculum.code(), roles, perWeek, perDay, days, unavailable);
    }

    List<Personnel> personnel() {
        List<Personnel> all = new ArrayList<>(lecturers);
        all.addAll(assistants);
        return all;
    }

    /** Ids of the lecturers who can give a subject, by its index in the curriculum. */
    List<String> experts(int subject) {
        return scale.expertise().stream()
                .map(offset ->
                        lecturers.get((subject + offset) % lecturers.size()).id())
                .toList();
    }

    /** What every second person ranks, of what they can give; one says of one thing that it can't be. */
    List<Preference> preferences(List<Course> courses) {
        List<Preference> preferences = new ArrayList<>();
        Random random = new Random(index);
        List<Personnel> all = personnel();
        for (int i = 0; i < all.size(); i += 2) {
            Personnel person = all.get(i);
            List<String> items = new ArrayList<>();
            courses.stream()
                    .flatMap(course -> course.activities().stream())
                    .filter(template -> mayGive(person, template))
                    .map(ActivityTemplate::id)
                    .forEach(items::add);
            Collections.shuffle(items, random);
            Bucket before = null;
            int order = 1;
            for (int r = 0; r < Math.min(items.size(), RANKED.size()); r++) {
                Bucket bucket = RANKED.get(r);
                order = bucket == before ? order + 1 : 1;
                before = bucket;
                preferences.add(new Preference(person.id(), items.get(r), bucket, order, null));
            }
            if (i == 2 && items.size() > RANKED.size()) {
                preferences.add(new Preference(
                        person.id(),
                        items.get(RANKED.size()),
                        Bucket.CANNOT,
                        null,
                        "Examiner of the parallel course this term"));
            }
        }
        return preferences;
    }

    private static boolean mayGive(Personnel person, ActivityTemplate template) {
        return template.personnel().stream()
                .anyMatch(need -> need.candidates().isEmpty()
                        ? person.roles().contains(need.role())
                        : need.candidates().contains(person.id()));
    }
}
