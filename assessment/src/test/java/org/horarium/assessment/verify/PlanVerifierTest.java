package org.horarium.assessment.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.horarium.assessment.CentreEdits;
import org.horarium.assessment.Samples;
import org.horarium.assessment.model.Assessor;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.NoGoPair;
import org.horarium.assessment.model.Participant;
import org.horarium.assessment.model.Period;
import org.horarium.assessment.model.Plan;
import org.horarium.assessment.model.Session;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One broken plan for each rule: the hand-made plan of section 13 with one thing changed. */
class PlanVerifierTest {
    private static final Centre CENTRE = Samples.section13();
    private static final Set<Rule> ON_THE_DAY = EnumSet.of(Rule.FROZEN, Rule.ROOM_LOST);

    @Test
    void acceptsTheHandMadePlan() {
        assertThat(PlanVerifier.verify(CENTRE, Samples.section13ByHand())).isEmpty();
    }

    @Test
    void measuresTheHandMadePlan() {
        Measures measures = Measures.of(CENTRE, Samples.section13ByHand());
        assertThat(measures.end()).isEqualTo(Samples.DAY.atTime(14, 55));
        // A1 and A2: three role plays and five sessions of their group; A3 and A4: three TOYF.
        assertThat(measures.minutesPerAssessor()).containsEntry("A1", 240).containsEntry("A3", 90);
        assertThat(measures.balance()).isEqualTo(150);
        // Room A: 09:00–12:05 without the break of 15 minutes and five sessions.
        assertThat(measures.roomUse().get("Room-A")).isEqualTo(new Measures.RoomUse(150, 20));
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                of(Rule.KNOWN_IDS, CENTRE, "role-play-1/P1", s -> with(s, s.participants(), List.of("A9"), "Room-A")),
                of(Rule.EACH_ONCE, CENTRE, "toyf/P2", s -> with(s, List.of("P1"), s.assessors(), s.room())),
                of(Rule.LENGTH, CENTRE, "toyf/P6", s -> at(s, "10:10", 25)),
                of(Rule.LENGTH, withExtraTime(), "toyf/P6", s -> s),
                of(Rule.GRID, CENTRE, "questionnaire/P6", s -> at(s, "14:27", 30)),
                of(Rule.ORDER, CENTRE, "role-play-1/P5", s -> at(s, "14:30", 30)),
                of(Rule.CLASH, CENTRE, "toyf/P4", s -> at(s, "09:15", 30)),
                of(Rule.BUFFER, CENTRE, "questionnaire/P2", s -> at(s, "13:45", 30)),
                of(
                        Rule.BUFFER_AFTER_BREAK,
                        CentreEdits.numbers(CENTRE, 5, true, 3),
                        "group-activity/group_1",
                        s -> at(s, "10:55", 30)),
                of(Rule.HOURS, CENTRE, "questionnaire/P3", s -> at(s, "16:45", 30)),
                of(Rule.HOURS, CENTRE, "questionnaire/P3", s -> at(s, "08:00", 30)),
                of(Rule.BREAK, CENTRE, "toyf/P6", s -> at(s, "10:15", 30)),
                of(Rule.AVAILABILITY, participantAway(), "toyf/P6", s -> s),
                of(Rule.AVAILABILITY, assessorAway(), "toyf/P6", s -> s),
                of(Rule.ONE_PARTICIPANT, CENTRE, "toyf/P2", s -> with(s, List.of("P2", "P4"), s.assessors(), "Room-B")),
                of(Rule.ROOM_MAPPING, CENTRE, "toyf/P2", s -> with(s, s.participants(), s.assessors(), "Room-C")),
                of(Rule.ROOM_MAPPING, CENTRE, "toyf/P2", s -> with(s, s.participants(), s.assessors(), null)),
                of(Rule.ASSESSOR_MAPPING, CENTRE, "toyf/P2", s -> with(s, s.participants(), List.of("A1"), "Room-B")),
                of(Rule.ASSESSOR_COUNT, CENTRE, "toyf/P2", s -> with(s, s.participants(), List.of(), "Room-B")),
                of(
                        Rule.ASSESSOR_COUNT,
                        CENTRE,
                        "toyf/P2",
                        s -> with(s, s.participants(), List.of("A3", "A3"), "Room-B")),
                of(
                        Rule.ASSESSOR_COUNT,
                        CENTRE,
                        "business-case/group_1",
                        s -> with(s, s.participants(), List.of("A1", "A3"), "Room-B")),
                of(Rule.GROUP_COUNT, CentreEdits.numbers(CENTRE, 5, false, 2), "toyf/P2", s -> s),
                of(Rule.GROUP_SIZES, CENTRE, "group_1", PlanVerifierTest::withoutP3),
                of(
                        Rule.GROUP_MEMBERS,
                        CENTRE,
                        "business-case/group_1",
                        s -> with(s, List.of("P1", "P2", "P4"), s.assessors(), s.room())),
                of(
                        Rule.GROUP_ASSESSORS,
                        CENTRE,
                        "group-activity/group_2",
                        s -> with(s, s.participants(), List.of("A1"), s.room())),
                of(
                        Rule.GROUP_ROOM,
                        CentreEdits.rooms(CENTRE, "group-activity", "Room-A", "Room-C"),
                        "group-activity/group_2",
                        s -> with(s, s.participants(), s.assessors(), "Room-C")),
                of(Rule.SAME_TIME, CENTRE, "business-case/group_2", s -> at(s, "12:45", 30)),
                of(
                        Rule.OWN_ROOM,
                        CENTRE,
                        "business-case/group_2",
                        s -> with(s, s.participants(), s.assessors(), "Room-B")),
                of(Rule.NO_ROOM, CENTRE, "questionnaire/P1", s -> with(s, s.participants(), s.assessors(), "Room-C")),
                of(Rule.CONTINUITY, CENTRE, "questionnaire/P1", s -> with(s, s.participants(), List.of("A3"), null)),
                of(Rule.NO_GO, CentreEdits.noGo(CENTRE, new NoGoPair("P1", "A2")), "role-play-1/P1", s -> s));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("broken")
    void findsTheBrokenRule(Rule rule, Centre centre, String keyPart, UnaryOperator<Session> change) {
        List<Session> sessions = new ArrayList<>(Samples.section13ByHand().sessions());
        sessions.replaceAll(s -> s.key().contains(keyPart) ? change.apply(s) : s);
        assertThat(PlanVerifier.verify(centre, new Plan(sessions)))
                .extracting(Finding::rule)
                .contains(rule);
    }

    @Test
    void everyRuleHasABrokenPlan() {
        Set<Rule> shown = EnumSet.copyOf(broken().map(a -> (Rule) a.get()[0]).toList());
        shown.addAll(ON_THE_DAY);
        assertThat(shown).containsExactlyInAnyOrder(Rule.values());
    }

    @Test
    void aMissingSessionIsFound() {
        List<Session> sessions = new ArrayList<>(Samples.section13ByHand().sessions());
        sessions.removeIf(s -> s.key().equals("questionnaire/P6"));
        assertThat(PlanVerifier.verify(CENTRE, new Plan(sessions)))
                .singleElement()
                .satisfies(f -> assertThat(f.rule()).isEqualTo(Rule.EACH_ONCE))
                .satisfies(f -> assertThat(f.subject()).isEqualTo("P6"));
    }

    private static Arguments of(Rule rule, Centre centre, String key, UnaryOperator<Session> change) {
        return Arguments.of(rule, centre, key, change);
    }

    private static Session with(Session s, List<String> participants, List<String> assessors, @Nullable String room) {
        return new Session(s.assessment(), s.group(), participants, assessors, room, s.start(), s.end());
    }

    private static Session at(Session s, String start, int minutes) {
        var from = Samples.DAY.atTime(LocalTime.parse(start));
        return new Session(
                s.assessment(), s.group(), s.participants(), s.assessors(), s.room(), from, from.plusMinutes(minutes));
    }

    private static Session withoutP3(Session s) {
        return with(s, List.of("P1", "P2"), s.assessors(), s.room());
    }

    private static Centre withExtraTime() {
        return CentreEdits.participants(
                CENTRE,
                CENTRE.participants().stream()
                        .map(p -> new Participant(p.id(), p.name(), List.of(), p.id().equals("P6") ? 25 : 0))
                        .toList());
    }

    private static Centre participantAway() {
        return CentreEdits.participants(
                CENTRE,
                CENTRE.participants().stream()
                        .map(p -> new Participant(p.id(), p.name(), away(p.id(), "P6"), 0))
                        .toList());
    }

    private static Centre assessorAway() {
        return CentreEdits.assessors(
                CENTRE,
                CENTRE.assessors().stream()
                        .map(a -> new Assessor(a.id(), a.name(), away(a.id(), "A4")))
                        .toList());
    }

    private static List<Period> away(String id, String... who) {
        return Arrays.asList(who).contains(id)
                ? List.of(new Period(Samples.DAY.atTime(10, 39), Samples.DAY.atTime(10, 50)))
                : List.of();
    }
}
