package org.horarium.formats.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.horarium.assessment.AssessmentPlanner;
import org.horarium.assessment.FailureCode;
import org.horarium.assessment.Limits;
import org.horarium.assessment.Outcome;
import org.horarium.assessment.PlanListener;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.sample.CentreGenerator;
import org.horarium.assessment.sample.CentreShape;
import org.horarium.assessment.verify.PlanVerifier;
import org.horarium.formats.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OutcomeWriterTest {
    private static final Limits QUICK = new Limits(0.5, 1, 1, false);
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @EnumSource
    void aPlanIsReadBackAsItWas(ExampleCentre example) {
        Centre centre = CentreReader.read(example.json());
        Outcome.Planned planned = (Outcome.Planned) AssessmentPlanner.plan(centre, QUICK, PlanListener.NONE);
        String json = OutcomeWriter.write(centre, planned.plan(), planned.summary());
        assertThat(PlanReader.read(json, centre)).isEqualTo(planned.plan());
        assertThat(PlanVerifier.verify(centre, PlanReader.read(json, centre))).isEmpty();
    }

    @Test
    void thePlanHasTheShapeOfTheRequirements() {
        Centre centre = CentreReader.read(ExampleCentre.SECTION_13.json());
        Outcome.Planned planned = (Outcome.Planned) AssessmentPlanner.plan(centre, QUICK, PlanListener.NONE);
        JsonNode root = JSON.readTree(OutcomeWriter.write(centre, planned.plan(), planned.summary()));
        JsonNode rolePlay = root.get("scenarios").get(0);
        assertThat(rolePlay.get("id").stringValue()).isEqualTo("role-play-1");
        assertThat(rolePlay.get("type").stringValue()).isEqualTo("scenario");
        JsonNode first = rolePlay.get("participantSchedules").get(0);
        assertThat(first.propertyNames())
                .containsExactlyInAnyOrder("participantId", "startTime", "endTime", "roomId", "assessorIds");
        assertThat(first.get("startTime").stringValue()).matches("2025-11-23T\\d\\d:\\d\\d:00Z");
        JsonNode group = root.get("scenarios").get(2).get("groups").get(0);
        assertThat(group.propertyNames())
                .containsExactlyInAnyOrder("groupId", "participantIds", "assessorId", "roomId", "startTime", "endTime");
        JsonNode questionnaire =
                root.get("scenarios").get(4).get("participantSchedules").get(0);
        assertThat(questionnaire.has("roomId")).isFalse();
        assertThat(root.get("summary").get("goals").size()).isEqualTo(3);
    }

    @Test
    void timesCarryTheOffsetOfTheZone() {
        Centre centre = CentreReader.read(ExampleCentre.TWO_DAYS.json());
        Outcome.Planned planned = (Outcome.Planned) AssessmentPlanner.plan(centre, QUICK, PlanListener.NONE);
        assertThat(OutcomeWriter.write(centre, planned.plan(), null))
                .contains("+01:00")
                .doesNotContain("summary");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aCentreIsReadBackAsItWas(long seed) {
        Centre centre = CentreGenerator.generate(CentreShape.rich(20, 6, 5, 2), seed);
        assertThat(CentreReader.read(CentreWriter.write(centre))).isEqualTo(centre);
    }

    @Test
    void aFailureCarriesCodeNumbersAndSuggestions() {
        Centre centre =
                CentreReader.read(ExampleCentre.SECTION_13.json().replace("\"toyf\": [\"Room-B\"]", "\"toyf\": []"));
        Outcome.Refused refused = (Outcome.Refused) AssessmentPlanner.plan(centre, QUICK, PlanListener.NONE);
        JsonNode error =
                JSON.readTree(OutcomeWriter.write(centre, refused.failure())).get("error");
        assertThat(error.get("code").stringValue()).isEqualTo("INSUFFICIENT_ROOMS");
        assertThat(error.get("resources").get(0).get("required").intValue()).isEqualTo(1);
        assertThat(error.get("suggestions").get(0).stringValue()).startsWith("Map Room-");
    }

    @Test
    void faultsBecomeInvalidInput() {
        FormatException faulty = new FormatException("/days", "At least one entry is needed.");
        JsonNode error = JSON.readTree(OutcomeWriter.write(faulty)).get("error");
        assertThat(error.get("code").stringValue()).isEqualTo(FailureCode.INVALID_INPUT.name());
        assertThat(error.get("faults").get(0).get("pointer").stringValue()).isEqualTo("/days");
    }

    @Test
    void aBrokenPlanFileIsRefusedWithItsPlaces() {
        Centre centre = CentreReader.read(ExampleCentre.SECTION_13.json());
        assertThatThrownBy(() -> PlanReader.read("""
                        {"scenarios": [{"id": "toyf", "participantSchedules": [
                            {"participantId": "P2", "startTime": "nine", "endTime": "2025-11-23T09:30:00Z",
                             "assessorIds": "A1", "colour": 1}]}]}
                        """, centre))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("/scenarios/0/participantSchedules/0/startTime")
                .hasMessageContaining("/scenarios/0/participantSchedules/0/assessorIds")
                .hasMessageContaining("/scenarios/0/participantSchedules/0/colour");
    }

    /** Whatever is done to a plan's text, the answer is a plan or the list of its faults. */
    @Test
    void survivesBrokenPlans() {
        Centre centre = CentreReader.read(ExampleCentre.SECTION_13.json());
        Outcome.Planned planned = (Outcome.Planned) AssessmentPlanner.plan(centre, QUICK, PlanListener.NONE);
        String json = OutcomeWriter.write(centre, planned.plan(), planned.summary());
        Random random = new Random(7);
        List<String> bits = List.of("\"", "{", "]", ",", "null", "-1", "\"P9\"", "[]", "");
        for (int i = 0; i < 500; i++) {
            int at = random.nextInt(json.length() - 8);
            String broken = json.substring(0, at)
                    + bits.get(random.nextInt(bits.size()))
                    + json.substring(at + random.nextInt(8));
            try {
                PlanVerifier.verify(centre, PlanReader.read(broken, centre));
            } catch (FormatException e) {
                assertThat(e.faults()).isNotEmpty();
            }
        }
    }
}
