package org.horarium.assessment.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.horarium.assessment.AssessmentPlanner;
import org.horarium.assessment.Limits;
import org.horarium.assessment.Outcome;
import org.horarium.assessment.PlanListener;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Disruption;
import org.horarium.assessment.model.Plan;
import org.horarium.assessment.sample.CentreGenerator;
import org.horarium.assessment.sample.CentreShape;
import org.horarium.assessment.verify.RepairVerifier;
import org.junit.jupiter.api.Test;

/** Everything that is to come is placed again, in the order of the day and mixed. */
class ReplacementTest {
    private static final Centre CENTRE = CentreGenerator.generate(CentreShape.plain(24, 8, 8, 2), 1);

    /** Sorting more than some thirty sessions by keys that change while sorting throws, but only for some seeds. */
    @Test
    void mixesAWholeDayOfManySessionsWhateverTheSeed() {
        Plan plan = ((Outcome.Planned) AssessmentPlanner.plan(CENTRE, new Limits(1, 1, 1, false), PlanListener.NONE))
                .plan();
        LocalDateTime now = plan.sessions().get(0).start();
        List<Disruption> disruptions = List.of(new Disruption.ParticipantLate("P7", now.plusMinutes(30)));
        RunningDay day = new RunningDay(CENTRE, plan, now, disruptions);
        Set<Integer> everything = day.jobs.stream().map(Job::id).collect(Collectors.toSet());
        assertThat(everything).hasSizeGreaterThan(32);
        for (int seed = 1; seed <= 200; seed++) {
            Plan made = Objects.requireNonNull(
                    new Replacement(day, day.leaderOf, everything, true, new Random(seed)).run());
            assertThat(RepairVerifier.verify(CENTRE, plan, made, now, disruptions))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }
}
