package org.horarium.assessment.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.horarium.assessment.AssessmentPlanner;
import org.horarium.assessment.Limits;
import org.horarium.assessment.Outcome;
import org.horarium.assessment.PlanListener;
import org.horarium.assessment.Samples;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Disruption;
import org.horarium.assessment.model.Plan;
import org.horarium.assessment.model.Session;
import org.horarium.assessment.sample.CentreGenerator;
import org.horarium.assessment.sample.CentreShape;
import org.horarium.assessment.verify.Finding;
import org.horarium.assessment.verify.RepairVerifier;
import org.horarium.assessment.verify.Rule;
import org.junit.jupiter.api.Test;

/** The hand-made plan of section 13 goes wrong at 09:20, when the first role play and TOYF run. */
class RepairerTest {
    private static final Centre CENTRE = Samples.section13();
    private static final Plan PLAN = Samples.section13ByHand();
    private static final LocalDateTime NOW = Samples.DAY.atTime(9, 20);

    @Test
    void aLateParticipantSwapsWithinTheMorning() {
        List<RepairOption> options = repair(new Disruption.ParticipantLate("P3", Samples.DAY.atTime(10, 0)));
        assertThat(options).hasSize(3);
        RepairOption best = options.get(0);
        assertThat(best.delayMinutes()).isZero();
        // P3 and P5 change places in Room A; the two assessors are told, and nobody else.
        assertThat(best.notices()).extracting(Notice::person).containsExactlyInAnyOrder("P3", "P5", "A1", "A2");
        assertThat(best.plan().ofParticipant("P3").get(0).start()).isAfterOrEqualTo(Samples.DAY.atTime(10, 0));
    }

    @Test
    void anAbsentParticipantIsDroppedAndTheGroupGoesOn() {
        RepairOption best = repair(new Disruption.ParticipantAbsent("P5")).get(0);
        assertThat(best.plan().ofParticipant("P5")).isEmpty();
        assertThat(best.warnings()).anySatisfy(w -> assertThat(w.text()).contains("group_2 has only 2 participants"));
        assertThat(best.notices())
                .filteredOn(n -> n.kind() == Notice.Kind.PARTICIPANT)
                .extracting(Notice::person)
                .containsExactly("P5");
        assertThat(best.delayMinutes()).isZero();
    }

    @Test
    void anAssessorWhoDropsOutIsReplacedForTheWholeGroup() {
        RepairOption best = repair(new Disruption.AssessorOut("A1", Samples.DAY.atTime(9, 20)))
                .get(0);
        assertThat(best.plan().sessions())
                .filteredOn(s -> s.start().isAfter(NOW))
                .noneMatch(s -> s.hasAssessor("A1"));
        List<Session> ofP1 = best.plan().ofParticipant("P1").stream()
                .filter(s -> s.start().isAfter(NOW))
                .toList();
        assertThat(ofP1.stream().flatMap(s -> s.assessors().stream()).distinct())
                .hasSize(1);
        assertThat(best.warnings()).anySatisfy(w -> assertThat(w.text()).contains("group_1 is led by"));
    }

    @Test
    void aLostRoomIsReplaced() {
        List<RepairOption> options = repair(new Disruption.RoomLost("Room-C", Samples.DAY.atTime(9, 20)));
        RepairOption best = options.get(0);
        assertThat(best.plan().ofRoom("Room-C")).isEmpty();
        assertThat(best.delayMinutes()).isZero();
        assertThat(best.sessionsChanged()).isEqualTo(1);
    }

    @Test
    void anOverrunPushesOnlyWhatItMust() {
        RepairOption best = repair(new Disruption.SessionOverran("toyf/P2", Samples.DAY.atTime(9, 45)))
                .get(0);
        Session real = best.plan().ofParticipant("P2").get(0);
        assertThat(real.start()).isEqualTo(Samples.DAY.atTime(9, 0));
        assertThat(real.end()).isEqualTo(Samples.DAY.atTime(9, 45));
        assertThat(best.plan().ofAssessment("role-play-1")).isEqualTo(PLAN.ofAssessment("role-play-1"));
    }

    /** P1 is late, and so the first role play waits: it moves though its time has come; TOYF goes on. */
    @Test
    void aSessionThatWaitsForSomebodyMoves() {
        List<Disruption> disruptions = List.of(
                new Disruption.NotStarted("role-play-1/P1"),
                new Disruption.ParticipantLate("P1", Samples.DAY.atTime(9, 40)));
        List<RepairOption> options = Repairer.repair(CENTRE, PLAN, NOW, disruptions, 1, 1);
        assertThat(options).hasSize(3).allSatisfy(option -> {
            assertThat(option.plan().ofParticipant("P1").get(0).start()).isAfterOrEqualTo(Samples.DAY.atTime(9, 40));
            assertThat(option.plan().ofAssessment("toyf").get(0))
                    .isEqualTo(PLAN.ofAssessment("toyf").get(0));
        });
        assertThat(RepairVerifier.verify(CENTRE, PLAN, PLAN, NOW, disruptions))
                .extracting(Finding::rule)
                .contains(Rule.FROZEN);
    }

    @Test
    void whatHasStartedNeverMoves() {
        for (Disruption d : List.of(
                new Disruption.ParticipantLate("P5", Samples.DAY.atTime(11, 0)),
                new Disruption.AssessorOut("A3", NOW),
                new Disruption.RoomLost("Room-B", NOW))) {
            for (RepairOption option : repair(d)) {
                assertThat(option.plan().sessions())
                        .filteredOn(s -> !s.start().isAfter(NOW))
                        .isEqualTo(PLAN.sessions().stream()
                                .filter(s -> !s.start().isAfter(NOW))
                                .toList());
            }
        }
    }

    @Test
    void participantsAreToldNothingAboutOthers() {
        for (RepairOption option : repair(new Disruption.AssessorOut("A1", NOW))) {
            for (Notice notice : option.notices()) {
                if (notice.kind() == Notice.Kind.PARTICIPANT) {
                    assertThat(String.join(" ", notice.lines())).doesNotContainPattern("\\b[PA][1-6]\\b");
                }
            }
        }
    }

    @Test
    void unknownIdsAreNamed() {
        assertThatThrownBy(() -> repair(new Disruption.AssessorOut("A9", NOW))).hasMessageContaining("A9");
        assertThatThrownBy(() -> repair(new Disruption.ParticipantAbsent("P9"))).hasMessageContaining("P9");
    }

    @Test
    void repairsGeneratedCentres() {
        Centre centre = CentreGenerator.generate(CentreShape.rich(24, 8, 8, 2), 1);
        Outcome outcome = AssessmentPlanner.plan(centre, new Limits(3, 2, 1, false), PlanListener.NONE);
        Plan plan = ((Outcome.Planned) outcome).plan();
        LocalDateTime now = plan.sessions().get(10).start();
        List<Disruption> disruptions = new ArrayList<>();
        disruptions.add(new Disruption.ParticipantLate("P7", now.plusMinutes(45)));
        disruptions.add(new Disruption.ParticipantAbsent("P9"));
        for (int i = 0; i < disruptions.size(); i++) {
            List<Disruption> soFar = disruptions.subList(0, i + 1);
            List<RepairOption> options = Repairer.repair(centre, plan, now, soFar, 1, 1);
            assertThat(options).isNotEmpty();
            options.forEach(o -> assertThat(RepairVerifier.verify(centre, plan, o.plan(), now, soFar))
                    .isEmpty());
        }
    }

    /**
     * Each of the five things that can happen has three ways to go on, in the middle of a day of 24 participants in eight
     * groups. As many assessors and rooms are there: with one less, one group is dissolved.
     */
    @Test
    void givesThreeWaysToGoOnForTwentyFourParticipants() {
        Centre centre = CentreGenerator.generate(CentreShape.plain(24, 8, 8, 2), 1);
        Plan plan = ((Outcome.Planned) AssessmentPlanner.plan(centre, new Limits(3, 2, 1, false), PlanListener.NONE))
                .plan();
        Session running = plan.sessions().get(20);
        LocalDateTime now = running.start();
        Session next = plan.sessions().stream()
                .filter(s -> s.start().isAfter(now) && s.group() == null && s.room() != null)
                .findFirst()
                .orElseThrow();
        String assessor = next.assessors().get(0);
        for (Disruption d : List.of(
                new Disruption.ParticipantLate(next.participants().get(0), now.plusMinutes(40)),
                new Disruption.ParticipantAbsent(next.participants().get(0)),
                new Disruption.AssessorOut(assessor, now),
                new Disruption.RoomLost(String.valueOf(next.room()), now),
                new Disruption.SessionOverran(running.key(), running.end().plusMinutes(15)))) {
            List<RepairOption> options = Repairer.repair(centre, plan, now, List.of(d), 4, 1);
            assertThat(options).as(d.toString()).hasSize(3);
            assertThat(options).extracting(RepairOption::plan).doesNotHaveDuplicates();
            boolean oneLess = d instanceof Disruption.AssessorOut || d instanceof Disruption.RoomLost;
            assertThat(options.get(0).warnings().stream().anyMatch(w -> w.text().contains("is dissolved")))
                    .isEqualTo(oneLess);
            assertThat(options)
                    .allSatisfy(o -> assertThat(RepairVerifier.verify(centre, plan, o.plan(), now, List.of(d)))
                            .isEmpty());
            if (oneLess) {
                onlyForAReason(centre, plan, options.get(0).plan(), now, d);
            }
            assertThat(options.get(0).notices().size())
                    .isLessThanOrEqualTo(options.get(1).notices().size());
            assertThat(options.get(1).delayMinutes())
                    .isLessThanOrEqualTo(options.get(0).delayMinutes());
        }
    }

    /** A group is not dissolved without need, and nobody is left without one or put into the largest. */
    private static void onlyForAReason(Centre centre, Plan before, Plan after, LocalDateTime now, Disruption d) {
        assertThat(RepairVerifier.verify(centre, before, after, now, List.of())).isNotEmpty();
        Session joined = after.sessions().stream()
                .filter(s -> s.group() != null && s.start().isAfter(now))
                .max(Comparator.comparingInt(s -> s.participants().size()))
                .orElseThrow();
        List<String> fewer =
                joined.participants().subList(0, joined.participants().size() - 1);
        assertThat(broken(centre, before, with(after, joined, fewer), now, d))
                .as("somebody is left out")
                .containsAnyOf(Rule.GROUP_MEMBERS, Rule.EACH_ONCE);
        Session other = after.sessions().stream()
                .filter(s -> s.assessment().equals(joined.assessment())
                        && !s.equals(joined)
                        && s.start().isAfter(now)
                        && s.participants().size() == joined.participants().size())
                .findFirst()
                .orElseThrow();
        String last = joined.participants().get(joined.participants().size() - 1);
        List<String> more = new ArrayList<>(other.participants());
        more.add(last);
        assertThat(broken(centre, before, with(with(after, joined, fewer), other, more), now, d))
                .as("one group is too large")
                .containsAnyOf(Rule.GROUP_MEMBERS, Rule.EACH_ONCE);
    }

    private static Plan with(Plan plan, Session session, List<String> participants) {
        List<Session> sessions = new ArrayList<>(plan.sessions());
        sessions.replaceAll(s -> s.equals(session)
                ? new Session(s.assessment(), s.group(), participants, s.assessors(), s.room(), s.start(), s.end())
                : s);
        return new Plan(sessions);
    }

    private static List<Rule> broken(Centre centre, Plan before, Plan after, LocalDateTime now, Disruption d) {
        return RepairVerifier.verify(centre, before, after, now, List.of(d)).stream()
                .map(Finding::rule)
                .toList();
    }

    @Test
    void theVerifierFindsWhatARepairMustNotDo() {
        List<Session> moved = new ArrayList<>(PLAN.sessions());
        moved.replaceAll(s -> s.key().equals("toyf/P2") ? later(s) : s);
        assertThat(rules(new Plan(moved), List.of())).contains(Rule.FROZEN);
        Disruption lost = new Disruption.RoomLost("Room-C", NOW);
        assertThat(rules(PLAN, List.of(lost))).containsExactly(Rule.ROOM_LOST);
        Disruption out = new Disruption.AssessorOut("A4", NOW);
        assertThat(rules(PLAN, List.of(out))).containsOnly(Rule.AVAILABILITY);
        Disruption absent = new Disruption.ParticipantAbsent("P6");
        assertThat(rules(PLAN, List.of(absent))).contains(Rule.EACH_ONCE);
        List<Session> swapped = new ArrayList<>(PLAN.sessions());
        swapped.replaceAll(s -> s.key().equals("questionnaire/P1")
                ? new Session(s.assessment(), null, s.participants(), List.of("A3"), null, s.start(), s.end())
                : s);
        assertThat(rules(new Plan(swapped), List.of())).containsExactly(Rule.CONTINUITY);
        assertThat(rules(PLAN, List.of())).isEmpty();
    }

    private static Session later(Session s) {
        return new Session(
                s.assessment(),
                s.group(),
                s.participants(),
                s.assessors(),
                s.room(),
                s.start().plusMinutes(5),
                s.end().plusMinutes(5));
    }

    private static List<Rule> rules(Plan after, List<Disruption> disruptions) {
        return RepairVerifier.verify(CENTRE, PLAN, after, NOW, disruptions).stream()
                .map(Finding::rule)
                .toList();
    }

    private static List<RepairOption> repair(Disruption disruption) {
        return Repairer.repair(CENTRE, PLAN, NOW, List.of(disruption), 1, 1);
    }
}
