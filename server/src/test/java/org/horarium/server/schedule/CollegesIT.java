package org.horarium.server.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.horarium.formats.FormatException;
import org.horarium.formats.college.College;
import org.horarium.formats.college.problem.Activity;
import org.horarium.formats.demo.DemoCollege;
import org.horarium.server.testing.IntegrationTest;
import org.horarium.server.testing.TestServices;
import org.horarium.server.testing.TinyCollege;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class CollegesIT {
    @Autowired
    Colleges colleges;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void empty() {
        TestServices.freshDatabase("colleges");
    }

    @Test
    void whatWasWrittenComesBackEqual() {
        College college = TinyCollege.college();
        colleges.insert(college);
        assertThat(colleges.whole("T1")).isEqualTo(college);
    }

    @ParameterizedTest
    @EnumSource
    void demoCollegesComeBackEqual(DemoCollege.Size size) {
        College college = DemoCollege.of(size);
        colleges.insert(college);
        assertThat(colleges.whole(college.term().id())).isEqualTo(college);
    }

    /** The groups that the database counts for the lists are those that the planner makes activities for. */
    @ParameterizedTest
    @EnumSource
    void theDatabaseCountsTheActivitiesThatArePlanned(DemoCollege.Size size) {
        College college = DemoCollege.of(size);
        colleges.insert(college);
        Map<String, Long> planned = Activity.all(college).stream()
                .collect(Collectors.groupingBy(activity -> activity.template().id(), Collectors.counting()));
        Map<String, Long> counted = new HashMap<>();
        jdbc.sql("""
                SELECT code, count(*) * max(sessions_per_week) AS activities
                FROM template_group JOIN activity_template ON activity_template.id = template_id GROUP BY code
                """).query(row -> {
            counted.put(row.getString("code"), row.getLong("activities"));
        });
        assertThat(counted).isEqualTo(planned);
    }

    @Test
    void aCollegeWithFaultsIsRefusedWithAllOfThem() {
        College good = TinyCollege.college();
        College bad = new College(
                good.name(),
                good.term(),
                good.departments().subList(0, 1),
                good.buildings(),
                good.equipment(),
                good.rooms(),
                good.batches(),
                good.students(),
                good.personnel(),
                good.courses(),
                good.preferences(),
                good.pins(),
                good.objective());
        FormatException refusal = catchThrowableOfType(FormatException.class, () -> colleges.insert(bad));
        assertThat(refusal.faults()).hasSizeGreaterThan(1);
        assertThat(colleges.isEmpty()).isTrue();
    }

    @Test
    void aSecondCollegeIsRefused() {
        colleges.insert(TinyCollege.college());
        assertThatThrownBy(() -> colleges.insert(TinyCollege.college()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Tiny College");
    }

    @Test
    void anUnknownTermIsSaid() {
        colleges.insert(TinyCollege.college());
        assertThatThrownBy(() -> colleges.whole("T9")).hasMessageContaining("T9");
    }
}
