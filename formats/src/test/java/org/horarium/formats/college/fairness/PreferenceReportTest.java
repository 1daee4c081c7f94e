package org.horarium.formats.college.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.horarium.engine.model.StaffFairness;
import org.horarium.engine.model.Strength;
import org.horarium.formats.college.ActivityTemplate.WeekPattern;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Preference.Bucket;
import org.horarium.formats.college.Timetable;
import org.horarium.formats.college.problem.CollegeProblem;
import org.horarium.formats.json.Tiny;
import org.junit.jupiter.api.Test;

/** The fairness of the tiny college, with every number worked out by hand. */
class PreferenceReportTest {
    private static final College TINY = Tiny.college();

    private static Timetable given(Map<String, List<String>> activities) {
        List<Timetable.ScheduledEvent> events = new ArrayList<>();
        activities.forEach((person, ids) -> ids.forEach(id -> events.add(new Timetable.ScheduledEvent(
                id,
                DayOfWeek.MONDAY,
                1,
                1,
                WeekPattern.EVERY,
                null,
                List.of(new Timetable.Assignment("lecturer", person))))));
        return new Timetable("Tiny College", "2026-A", events, List.of(), 0, Map.of(), 0);
    }

    private static final List<String> ELECTIVES = List.of("CS250-L/CS250/1", "CS250-L/CS250/2", "CS250-L/CS250/3");
    private static final List<String> LECTURES = List.of("CS201-L/CSE-2B/1", "CS201-L/CSE-2B/2");

    private static final PreferenceProfile CROSSED =
            PreferenceReport.of(TINY, given(Map.of("P1", ELECTIVES, "P2", LECTURES)));
    private static final PreferenceProfile WISHED =
            PreferenceReport.of(TINY, given(Map.of("P1", LECTURES, "P2", ELECTIVES)));

    @Test
    void satisfactionIsTheWorthOfWhatOneGotOverTheBestOfAsMany() {
        // P1 strongly prefers the lectures as second item (penalty 1), the electives are unranked (30):
        // 3 × (69 − 30) of 3 × (69 − 1). P2 would rather not give them (60): 2 × 9 of 2 × 39.
        assertThat(CROSSED.people())
                .containsExactly(
                        new PreferenceProfile.Satisfaction("P1", 3, 10_000 * 117 / 204, 0, true),
                        new PreferenceProfile.Satisfaction("P2", 2, 10_000 * 18 / 78, 0, false),
                        // said what is impossible anyway, and got nothing
                        new PreferenceProfile.Satisfaction("P4", 0, 10_000, 0, false));
        assertThat(CROSSED.worst()).isEqualTo(2307);
        assertThat(CROSSED.worstOff()).extracting("person").containsExactly("P2");
        assertThat(CROSSED.tenthPercentile()).isEqualTo(2307);
        assertThat(CROSSED.mean()).isEqualTo((5735 + 2307 + 10_000) / 3);
        assertThat(CROSSED.byBucket()).isEqualTo(Map.of(Bucket.RATHER_NOT, 2));
        assertThat(CROSSED.unranked()).isEqualTo(3);
        assertThat(CROSSED.emptyHanded()).isEqualTo(1);
        // each would rather have what the other got
        assertThat(CROSSED.envyPairs()).isEqualTo(2);
        // Σ(2i − n − 1) x over n Σx: (−2 × 2307 + 2 × 10000) of 3 × 18042
        assertThat(CROSSED.gini()).isEqualTo(10_000 * 15_386 / (3 * 18_042));
    }

    @Test
    void whoGetsWhatTheyLikeIsFullySatisfied() {
        assertThat(WISHED.people()).extracting("satisfaction").containsExactly(10_000, 10_000, 10_000);
        assertThat(WISHED.envyPairs()).isZero();
        assertThat(WISHED.gini()).isZero();
        assertThat(WISHED.emptyHanded()).isZero();
    }

    @Test
    void theLeximinOrderLooksAtTheWorstOffFirst() {
        PreferenceProfile onlyElectives = PreferenceReport.of(TINY, given(Map.of("P1", ELECTIVES)));

        assertThat(List.of(WISHED, CROSSED, onlyElectives).stream().sorted(PreferenceProfile.LEXIMIN))
                .containsExactly(CROSSED, onlyElectives, WISHED);
        assertThat(PreferenceProfile.LEXIMIN.compare(WISHED, WISHED)).isZero();
    }

    @Test
    void leximinPutsAConvexPriceOnEachPersonsRegret() {
        College leximin =
                Tiny.document().set("/objective/fairness", "\"leximin\"").read();

        // Sessions: P1 has 12/20 of 4 + 3 + 3 = 6; P2 has 8/20 of 10, and 8/18 of 3, together 5.3.
        // Free: the four lectures at 1 and two at 30; five at 30. A level: 6 × sessions × 3.
        assertThat(CollegeProblem.of(leximin).problem().constraints().stream().filter(StaffFairness.class::isInstance))
                .containsExactly(new StaffFairness(
                        "fairness",
                        List.of(
                                new StaffFairness.Share("P1", (4 + 60) * 3, 6 * 6 * 3),
                                new StaffFairness.Share("P2", 150 * 3, 5 * 6 * 3)),
                        Strength.soft(12)));
        assertThat(CollegeProblem.of(TINY).problem().constraints()).noneMatch(StaffFairness.class::isInstance);
    }
}
