package org.horarium.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.horarium.assessment.model.Assessment;
import org.horarium.assessment.model.Assessor;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.NoGoPair;
import org.horarium.assessment.model.Participant;
import org.horarium.assessment.model.Period;
import org.horarium.assessment.sample.CentreGenerator;
import org.horarium.assessment.sample.CentreShape;
import org.horarium.assessment.verify.PlanVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssessmentPlannerTest {
    private static final Centre SAMPLE = Samples.section13();

    @Test
    void theSampleOfSection13IsProvenOptimal() {
        Outcome.Planned planned = planned(SAMPLE, Limits.ofSeconds(20));
        assertThat(planned.plan().end()).isBeforeOrEqualTo(Samples.DAY.atTime(14, 55));
        assertThat(planned.summary().level(Goal.END).proven()).isTrue();
        assertThat(planned.summary().earliestEnd()).isEqualTo(planned.plan().end());
        assertThat(planned.summary().level(Goal.BALANCE).proven()).isTrue();
        assertThat(planned.summary().notes())
                .anySatisfy(n -> assertThat(n.text()).contains("2 groups, fewer than the 4"));
    }

    @Test
    void theBufferAfterBreaksCostsFiveMinutes() {
        Centre strict = CentreEdits.numbers(SAMPLE, 5, true, 3);
        Outcome.Planned planned = planned(strict, Limits.ofSeconds(20));
        assertThat(planned.plan().end()).isEqualTo(Samples.DAY.atTime(14, 55));
        assertThat(planned.summary().level(Goal.END).proven()).isTrue();
    }

    @Test
    void sameSeedAndOneThreadGiveTheSamePlan() {
        Limits one = new Limits(30, 1, 7, true);
        assertThat(planned(SAMPLE, one).plan()).isEqualTo(planned(SAMPLE, one).plan());
    }

    @Test
    void listSchedulingAloneKeepsEveryRuleAndSaysSo() {
        Outcome.Planned planned = planned(SAMPLE, new Limits(0.5, 1, 1, false));
        assertThat(PlanVerifier.verify(SAMPLE, planned.plan())).isEmpty();
        assertThat(planned.summary().notes())
                .anySatisfy(n -> assertThat(n.text()).contains("list scheduling alone"));
    }

    @Test
    void aCancelledPlanningGivesWhatItHas() {
        PlanListener impatient = new PlanListener() {
            @Override
            public boolean cancelled() {
                return true;
            }
        };
        Centre centre = CentreGenerator.generate(CentreShape.rich(24, 8, 8, 2), 1);
        Outcome outcome = AssessmentPlanner.plan(centre, Limits.ofSeconds(60), impatient);
        assertThat(outcome).isNotNull();
    }

    @Test
    void reportsProgress() {
        List<PlanListener.Progress> heard = new ArrayList<>();
        PlanListener listener = new PlanListener() {
            @Override
            public void progress(Progress progress) {
                heard.add(progress);
            }
        };
        AssessmentPlanner.plan(SAMPLE, Limits.ofSeconds(5), listener);
        assertThat(heard).isNotEmpty().last().satisfies(p -> assertThat(p.end()).isNotNull());
    }

    /** The generated centres: each has a plan that the verifier accepts, or is refused with what helps. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void plansOrRefusesGeneratedCentres(int batch) {
        int refused = 0;
        for (int i = 0; i < 10; i++) {
            int n = 4 + 2 * i;
            Centre centre = CentreGenerator.generate(
                    new CentreShape(n, 3 + i % 5, 3 + i % 4, 1 + i / 5, n / 6, 10, 8, batch % 2 * 40, batch > 2),
                    100L * batch + i);
            Outcome outcome = AssessmentPlanner.plan(centre, Limits.ofSeconds(10), new FirstPlan());
            if (outcome instanceof Outcome.Planned planned) {
                assertThat(PlanVerifier.verify(centre, planned.plan())).isEmpty();
            } else if (outcome instanceof Outcome.Refused no) {
                refused++;
                assertThat(no.failure().suggestions())
                        .as("batch %s centre %s: %s", batch, i, no.failure().message())
                        .isNotEmpty();
                checked(no.failure());
            }
        }
        assertThat(refused).isLessThan(10);
    }

    @Test
    void tooFewDays() {
        List<Participant> people = new ArrayList<>();
        for (int i = 1; i <= 24; i++) {
            people.add(new Participant("P" + i, "P" + i, List.of(), 0));
        }
        List<String> ids = people.stream().map(Participant::id).toList();
        Centre many = CentreEdits.assessments(
                CentreEdits.participants(SAMPLE, people),
                SAMPLE.assessments().stream()
                        .map(a -> new Assessment(a.id(), a.name(), a.type(), ids))
                        .toList());
        Failure failure = refused(many);
        assertThat(failure).isInstanceOf(Failure.InsufficientDays.class);
        assertThat(failure.message().text()).contains("24 participants need").contains("1 is given");
        assertThat(failure.shortages()).anySatisfy(s -> {
            assertThat(s.resource().text()).isEqualTo("days");
            assertThat(s.current()).isEqualTo(1);
            assertThat(s.required()).isGreaterThan(1);
        });
        checked(failure);
    }

    @Test
    void noRoom() {
        Failure failure = refused(CentreEdits.rooms(SAMPLE, "toyf"));
        assertThat(failure.code()).isEqualTo(FailureCode.INSUFFICIENT_ROOMS);
        assertThat(failure.message().text()).contains("toyf");
        assertThat(failure.suggestions()).extracting(s -> s.text().text()).contains("Map Room-A to toyf.");
        checked(failure);
    }

    /** All groups do the business case at the same time: without a room for it there is none for any. */
    @Test
    void noRoomForTheBusinessCase() {
        Failure failure = refused(CentreEdits.rooms(SAMPLE, "business-case"));
        assertThat(failure.code()).isEqualTo(FailureCode.INSUFFICIENT_ROOMS);
        assertThat(failure.message().text()).contains("business-case");
        checked(failure);
    }

    @Test
    void nobodyMayLeadAGroup() {
        Centre centre = CentreEdits.assessors(
                CentreEdits.assessors(SAMPLE, "questionnaire", "A4"), "group-activity", "A1", "A2");
        Failure failure = refused(centre);
        assertThat(failure.code()).isEqualTo(FailureCode.INSUFFICIENT_ASSESSORS);
        assertThat(failure.suggestions()).extracting(s -> s.text().text()).contains("Map A1 to questionnaire.");
        checked(failure);
    }

    @Test
    void noAssessorWithoutNoGo() {
        Failure failure = refused(CentreEdits.noGo(SAMPLE, new NoGoPair("P2", "A3"), new NoGoPair("P2", "A4")));
        assertThat(failure.code()).isEqualTo(FailureCode.INSUFFICIENT_ASSESSORS);
        checked(failure);
    }

    @Test
    void tooFewForAGroup() {
        List<String> two = List.of("P1", "P2");
        Centre small = CentreEdits.participants(
                CentreEdits.assessments(
                        SAMPLE,
                        SAMPLE.assessments().stream()
                                .map(a -> new Assessment(a.id(), a.name(), a.type(), two))
                                .toList()),
                SAMPLE.participants().subList(0, 2));
        Failure failure = refused(small);
        assertThat(failure.code()).isEqualTo(FailureCode.CANNOT_FORM_GROUPS);
        assertThat(failure.message().text()).isEqualTo("2 participants can't form a group of at least 3.");
        assertThat(failure.suggestions())
                .extracting(s -> s.text().text())
                .containsExactly("Add 1 participant.", "Set min_group_size to 2.");
        checked(failure);
    }

    @Test
    void leadersAreNeverThereTogether() {
        Centre two = CentreEdits.assessors(SAMPLE, "group-activity", "A1", "A2");
        Period morning = new Period(Samples.DAY.atTime(9, 0), Samples.DAY.atTime(13, 0));
        Period afternoon = new Period(Samples.DAY.atTime(13, 0), Samples.DAY.atTime(17, 0));
        Centre centre = CentreEdits.assessors(
                two,
                two.assessors().stream()
                        .sorted(Comparator.comparing(Assessor::id))
                        .map(a -> switch (a.id()) {
                            case "A1" -> new Assessor(a.id(), a.name(), List.of(morning));
                            case "A2" -> new Assessor(a.id(), a.name(), List.of(afternoon));
                            default -> a;
                        })
                        .toList());
        Failure failure = refused(centre);
        assertThat(failure.code()).isEqualTo(FailureCode.CONTINUITY_IMPOSSIBLE);
        assertThat(failure.message().text())
                .contains("business-case needs 2 assessors")
                .contains("at most 1");
        checked(failure);
    }

    @Test
    void noGoPairsLeaveSomeoneWithoutAGroup() {
        Centre two = CentreEdits.assessors(SAMPLE, "group-activity", "A1", "A2");
        Failure failure = refused(CentreEdits.noGo(
                two,
                new NoGoPair("P1", "A1"),
                new NoGoPair("P2", "A1"),
                new NoGoPair("P3", "A1"),
                new NoGoPair("P4", "A1")));
        assertThat(failure.code()).isEqualTo(FailureCode.CONTINUITY_IMPOSSIBLE);
        checked(failure);
    }

    /** P1 comes at 14:00: too late for everything, which list scheduling can't prove. */
    @Test
    void nothingFoundSaysWhatIsKnownAndWhatHelps() {
        Period away = new Period(Samples.DAY.atTime(9, 0), Samples.DAY.atTime(14, 0));
        Centre late = CentreEdits.participants(
                SAMPLE,
                SAMPLE.participants().stream()
                        .map(p -> p.id().equals("P1") ? new Participant("P1", "P1", List.of(away), 0) : p)
                        .toList());
        Outcome outcome = AssessmentPlanner.plan(late, new Limits(0.3, 1, 1, false), PlanListener.NONE);
        Failure failure = ((Outcome.Refused) outcome).failure();
        assertThat(failure).isInstanceOf(Failure.NoSolutionFound.class);
        assertThat(((Failure.NoSolutionFound) failure).bound()).isAfter(Samples.DAY.atTime(14, 0));
        assertThat(failure.message().text()).contains("not proven").contains("No plan can end before");
        checked(failure);
        // With CP-SAT the same centre is proven to be impossible.
        assertThat(refused(late).code()).isEqualTo(FailureCode.INSUFFICIENT_DAYS);
    }

    private static Outcome.Planned planned(Centre centre, Limits limits) {
        Outcome outcome = AssessmentPlanner.plan(centre, limits, PlanListener.NONE);
        assertThat(outcome).isInstanceOf(Outcome.Planned.class);
        return (Outcome.Planned) outcome;
    }

    private static Failure refused(Centre centre) {
        Outcome outcome = AssessmentPlanner.plan(centre, Limits.ofSeconds(3), PlanListener.NONE);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).failure();
    }

    /** Each suggestion is planned again: it must be enough. */
    private static void checked(Failure failure) {
        assertThat(failure.suggestions()).isNotEmpty();
        for (Suggestion s : failure.suggestions()) {
            Outcome again = AssessmentPlanner.plan(s.changed(), Limits.ofSeconds(10), new FirstPlan());
            assertThat(again).as(s.text().text()).isInstanceOf(Outcome.Planned.class);
        }
    }

    /** Takes the first plan, whatever its goals. */
    private static final class FirstPlan implements PlanListener {
        private volatile boolean found;

        @Override
        public void progress(Progress progress) {
            found |= progress.end() != null;
        }

        @Override
        public boolean cancelled() {
            return found;
        }
    }
}
