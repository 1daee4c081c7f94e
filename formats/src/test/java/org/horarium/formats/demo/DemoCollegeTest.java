package org.horarium.formats.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.horarium.engine.model.Cumulative;
import org.horarium.formats.college.ActivityTemplate;
import org.horarium.formats.college.ActivityTemplate.Granularity;
import org.horarium.formats.college.ActivityTemplate.WeekPattern;
import org.horarium.formats.college.Batch;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Personnel;
import org.horarium.formats.college.Preference;
import org.horarium.formats.college.Room;
import org.horarium.formats.college.check.CollegeChecks;
import org.horarium.formats.college.problem.Activity;
import org.horarium.formats.college.problem.CollegeProblem;
import org.horarium.formats.college.problem.RoomFit;
import org.horarium.formats.demo.DemoCollege.Size;
import org.horarium.formats.json.CollegeJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DemoCollegeTest {
    @ParameterizedTest
    @EnumSource
    void isSoundAndBecomesAProblem(Size size) {
        College college = DemoCollege.of(size);
        assertThat(CollegeChecks.check(college)).isEmpty();
        assertThat(CollegeProblem.of(college).problem().events())
                .hasSize(Activity.all(college).size());
    }

    @ParameterizedTest
    @EnumSource
    void goesOutAndInAgainUnchanged(Size size) {
        College college = DemoCollege.of(size);
        byte[] written = CollegeJson.write(college);
        assertThat(CollegeJson.read(written)).isEqualTo(college);
        assertThat(CollegeJson.write(DemoCollege.of(size))).isEqualTo(written);
    }

    /** Changes on purpose only: people compare runs on these colleges over the years. */
    @ParameterizedTest
    @CsvSource({
        "SMALL, 4dd54fb46987374bbb8842912308831c3d3371f2ad2679469592c7c3f62689c3",
        "COLLEGE, 47f8da2a1b9227fee1cf76832693685850d5804bb704314db095820641e7dc94",
        "UNIVERSITY, 700bae67254afa4219f8eeaa32eabf2767c7da653d3254aa7685d06ee5e7fc6e"
    })
    void isTheSameOnEveryMachine(Size size, String sha256) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(CollegeJson.write(DemoCollege.of(size)));
        assertThat(HexFormat.of().formatHex(hash)).isEqualTo(sha256);
    }

    @Test
    void aDepartmentIsAScheduleOfItsOwn() {
        College department = DemoCollege.department();
        assertThat(CollegeChecks.check(department)).isEmpty();
        assertThat(CollegeProblem.of(department).problem().events()).hasSize(132);
        assertThat(department.students()).hasSize(360);
    }

    @Test
    void aSmallCollegeFitsOnAPage() {
        College college = DemoCollege.of(Size.SMALL);
        assertThat(Activity.all(college)).hasSize(25);
        assertThat(college.students()).hasSize(78);
        assertThat(college.personnel()).hasSize(7);
        assertThat(college.rooms()).hasSize(3);
    }

    @Test
    void eachDepartmentOfTheCollegeHasTheSizeOfARealOne() {
        College college = DemoCollege.of(Size.COLLEGE);
        assertThat(college.departments()).extracting(College.Department::id).containsExactly("CSE", "ECE", "ME");
        for (College.Department department : college.departments()) {
            String id = department.id();
            assertThat(Activity.all(college).stream()
                            .filter(activity -> activity.course().department().equals(id)))
                    .hasSize(132);
            assertThat(college.personnel().stream()
                            .filter(person -> person.department().equals(id)))
                    .hasSize(28);
            assertThat(usableRooms(college, id)).hasSize(18);
            List<Batch> batches = college.batches().stream()
                    .filter(batch -> batch.department().equals(id))
                    .toList();
            assertThat(batches)
                    .hasSize(3)
                    .allSatisfy(batch -> assertThat(batch.sections())
                            .hasSize(2)
                            .allSatisfy(
                                    section -> assertThat(section.subgroups()).hasSize(2)));
            assertThat(batches.stream()
                            .flatMap(batch -> batch.sections().stream())
                            .mapToInt(Batch.Section::size)
                            .sum())
                    .isEqualTo(360);
        }
        assertThat(college.students()).hasSize(1080);
    }

    @Test
    void aUniversityHasTwelveDepartmentsAndSixThousandStudents() {
        College college = DemoCollege.of(Size.UNIVERSITY);
        assertThat(college.departments()).hasSize(12);
        assertThat(Activity.all(college)).hasSize(1528);
        assertThat(college.students()).hasSize(6000);
    }

    @ParameterizedTest
    @EnumSource(names = {"COLLEGE", "UNIVERSITY"})
    void hasSomethingOfEverything(Size size) {
        College college = DemoCollege.of(size);
        List<ActivityTemplate> templates = college.courses().stream()
                .flatMap(course -> course.activities().stream())
                .toList();
        assertThat(templates).extracting(ActivityTemplate::type).contains("lecture", "tutorial", "lab", "seminar");
        assertThat(templates).extracting(ActivityTemplate::weeks).contains(WeekPattern.values());
        assertThat(templates).extracting(ActivityTemplate::attendees).contains(Granularity.values());
        assertThat(templates.stream().filter(template -> template.type().equals("lab")))
                .allSatisfy(lab -> assertThat(lab.personnel())
                        .extracting(need -> need.role() + need.count())
                        .containsExactly("lecturer1", "assistant1"));
        assertThat(college.preferences()).extracting(Preference::bucket).contains(Preference.Bucket.values());
        assertThat(college.preferences().stream().map(Preference::person).distinct())
                .hasSize(college.personnel().size() / 2);
        assertThat(college.personnel()).anyMatch(person -> person.maxDaysPerWeek() != null);
        assertThat(CollegeProblem.of(college).problem().constraints()).hasAtLeastOneElementOfType(Cumulative.class);
    }

    /** Neither easy nor hopeless: a share of the week in which rooms, and of their limits in which people, are used. */
    @ParameterizedTest
    @EnumSource(names = {"COLLEGE", "UNIVERSITY"})
    void isTight(Size size) {
        College college = DemoCollege.of(size);
        double slots = college.term().slots().size() * college.term().days().size();
        double used = 0;
        Map<String, Double> load = new HashMap<>();
        for (Activity activity : Activity.all(college)) {
            ActivityTemplate template = activity.template();
            double weekly = template.duration() * (template.weeks() == WeekPattern.EVERY ? 1 : 0.5);
            used += weekly;
            template.personnel().forEach(need -> load.merge(need.role(), need.count() * weekly, Double::sum));
        }
        assertThat(used / (slots * college.rooms().size())).isBetween(0.6, 0.75);
        load.forEach((role, carried) -> {
            double limits = college.personnel().stream()
                    .filter(person -> person.roles().get(0).equals(role))
                    .mapToInt(Personnel::maxSlotsPerWeek)
                    .sum();
            assertThat(carried / limits).as(role).isBetween(0.6, 0.75);
        });
    }

    private static Set<String> usableRooms(College college, String department) {
        RoomFit fit = RoomFit.of(college);
        return college.courses().stream()
                .filter(course -> course.department().equals(department))
                .flatMap(course -> course.activities().stream())
                .flatMap(template -> fit.usable(String.valueOf(template.roomType()), department).stream())
                .map(Room::id)
                .collect(Collectors.toSet());
    }
}
