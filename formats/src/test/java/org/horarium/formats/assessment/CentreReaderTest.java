package org.horarium.formats.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import org.horarium.assessment.model.Assessment;
import org.horarium.assessment.model.AssessmentType;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.NoGoPair;
import org.horarium.assessment.model.Pause;
import org.horarium.formats.Fault;
import org.horarium.formats.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CentreReaderTest {
    private final String sample = ExampleCentre.SECTION_13.json();

    @Test
    void readsTheSample() {
        Centre centre = CentreReader.read(sample);
        assertThat(centre.participants()).hasSize(6);
        assertThat(centre.participants().get(0).name()).isEqualTo("P1");
        assertThat(centre.rooms().get(1).name()).isEqualTo("Room B");
        assertThat(centre.assessments())
                .extracting(Assessment::type)
                .containsExactly(
                        AssessmentType.ROLE_PLAY,
                        AssessmentType.TOYF,
                        AssessmentType.GROUP_ACTIVITY,
                        AssessmentType.BUSINESS_CASE,
                        AssessmentType.QUESTIONNAIRE);
        assertThat(centre.assessments().get(1).participants()).containsExactly("P2", "P4", "P6");
        assertThat(centre.assessments().get(4).participants()).hasSize(6);
        assertThat(centre.roomsFor("questionnaire")).isEmpty();
        assertThat(centre.days().get(0).breaks())
                .containsExactly(
                        new Pause(Pause.Kind.FIRST_BREAK, LocalTime.of(10, 40), LocalTime.of(10, 55)),
                        new Pause(Pause.Kind.LUNCH_BREAK, LocalTime.of(12, 5), LocalTime.of(12, 35)));
    }

    @Test
    void defaultsWhatMayBeLeftOut() {
        String small = """
                {"participants": [{"id": "P1", "extra_time_percent": 25,
                    "unavailable": [{"start": "2025-11-23T09:00", "end": "2025-11-23T10:00"}]}],
                 "assessors": ["A1"], "rooms": ["R"],
                 "assessments": [{"id": "s", "type": "scenario"}],
                 "room_assessment_mapping": {"s": ["R"]}, "assessment_assessor_mapping": {"s": ["A1"]},
                 "duration_of_each_activity": 45, "no_go_pairs": [["P1", "A1"]],
                 "days": [{"date": "2025-11-24", "start": "08:00", "end": "12:00"}, {"date": "2025-11-23", "start": "08:00", "end": "12:00"}]}
                """;
        Centre centre = CentreReader.read(small);
        assertThat(centre.timeZone().getId()).isEqualTo("UTC");
        assertThat(centre.groupActivityMinutes()).isEqualTo(45);
        assertThat(centre.bufferMinutes()).isEqualTo(5);
        assertThat(centre.minGroupSize()).isEqualTo(3);
        assertThat(centre.maxAssessorsPerSession()).isEqualTo(2);
        assertThat(centre.bufferAfterBreak()).isFalse();
        assertThat(centre.noGoPairs()).containsExactly(new NoGoPair("P1", "A1"));
        assertThat(centre.days().get(0).date()).hasToString("2025-11-23");
        assertThat(centre.participants().get(0).unavailable()).hasSize(1);
        assertThat(centre.participants().get(0).extraTimePercent()).isEqualTo(25);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"time_zone\": \"UTC\" | \"time_zone\": \"Mars\" | /time_zone | Mars",
                "\"time_zone\": \"UTC\" | \"timezone\": \"UTC\" | /timezone | not known here",
                "\"assessors\": [\"A1\", | \"assessors\": [\"A2\", | /assessors/1 | given twice",
                "\"type\": \"toyf\" | \"type\": \"toyff\" | /assessments/1/type | role_play, toyf",
                "[\"P2\", \"P4\", \"P6\"] | [\"P2\", \"P9\"] | /assessments/1/participants/1 | P9",
                "[\"P2\", \"P4\", \"P6\"] | [] | /assessments/1/participants | Nobody takes it",
                "[\"P2\", \"P4\", \"P6\"] | [\"P2\", \"P2\"] | /assessments/1/participants/1 | named twice",
                "\"toyf\": [\"Room-B\"] | \"toyf\": [\"Room-Z\"] | /room_assessment_mapping/toyf/0 | Room-Z",
                "\"toyf\": [\"Room-B\"] | \"toyff\": [\"Room-B\"] | /room_assessment_mapping/toyff | toyff",
                "\"toyf\": [\"Room-B\"] | \"toyf\": \"Room-B\" | /room_assessment_mapping/toyf | list",
                "\"buffer_minutes\": 5 | \"buffer_minutes\": 7 | /buffer_minutes | multiple of 5",
                "\"buffer_minutes\": 5 | \"buffer_minutes\": -5 | /buffer_minutes | -5",
                "\"buffer_minutes\": 5 | \"buffer_minutes\": \"5\" | /buffer_minutes | whole number",
                "_each_activity\": 30 | _each_activity\": 0 | /duration_of_each_activity | from 5",
                "\"duration_of_each_activity\": 30, | `` | /duration_of_each_activity | missing",
                "\"daily_end_time\": \"17:00\" | \"daily_end_time\": \"08:00\" | /days/0/lunch_break | leaves the hours",
                "\"daily_end_time\": \"17:00\" | \"daily_end_time\": \"5 pm\" | /daily_end_time | 5 pm",
                "\"daily_end_time\": \"17:00\" | \"daily_end_time\": \"17:02\" | /daily_end_time | grid",
                "\"daily_end_time\": \"17:00\", | `` | /days/0 | daily_end_time",
                "\"date\": \"2025-11-23\" | \"date\": \"2025-13-23\" | /days/0/date | 2025-13-23",
                "{\"start\": \"12:05\", \"end\": \"12:35\"} | {\"start\": \"10:45\", \"end\": \"12:35\"} | /days/0 | overlap",
                "{\"start\": \"12:05\", \"end\": \"12:35\"} | {\"start\": \"12:35\", \"end\": \"12:05\"} | /days/0/lunch_break | before it starts",
                "\"min_group_size\": 3 | \"min_group_size\": 0 | /min_group_size | from 1",
                "\"no_go_pairs\": [] | \"no_go_pairs\": [[\"P1\", \"A9\"]] | /no_go_pairs/0/1 | A9",
                "\"no_go_pairs\": [] | \"no_go_pairs\": [[\"P1\"]] | /no_go_pairs/0 | pair",
                "\"type\": \"business_case\" | \"type\": \"business_case\", \"participants\": [\"P1\", \"P2\", \"P3\"] | /assessments/3 | Groups stay together",
            })
    void namesTheFaultAndItsPlace(String from, String to, String pointer, String words) {
        String broken = sample.replace(from, to);
        assertThat(broken).as("the edit must change the sample").isNotEqualTo(sample);
        FormatException e = catchThrowableOfType(FormatException.class, () -> CentreReader.read(broken));
        assertThat(e.faults()).anySatisfy(f -> {
            assertThat(f.where()).isEqualTo(pointer);
            assertThat(f.message()).contains(words);
        });
    }

    @Test
    void reportsAllFaultsAtOnce() {
        String broken = sample.replace("\"UTC\"", "\"Nowhere\"")
                .replace("\"buffer_minutes\": 5", "\"buffer_minutes\": 7")
                .replace("\"toyf\": [\"Room-B\"]", "\"toyf\": [\"Room-Z\"]");
        FormatException e = catchThrowableOfType(FormatException.class, () -> CentreReader.read(broken));
        assertThat(e.faults())
                .extracting(Fault::where)
                .containsExactlyInAnyOrder("/time_zone", "/buffer_minutes", "/room_assessment_mapping/toyf/0");
    }

    @Test
    void refusesADayOnWhichTheClocksChangeWithinItsHours() {
        String broken = sample.replace("\"UTC\"", "\"Europe/Berlin\"")
                .replace("2025-11-23", "2026-03-29")
                .replace("\"daily_start_time\": \"09:00\"", "\"daily_start_time\": \"01:00\"");
        assertThatThrownBy(() -> CentreReader.read(broken))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("/days/0")
                .hasMessageContaining("clocks");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"``", "[]", "nonsense", "{", "{} {}", "{\"a\": 1, \"a\": 2}", "null"})
    void refusesWhatIsNoDocument(String text) {
        assertThatThrownBy(() -> CentreReader.read(text)).isInstanceOf(FormatException.class);
    }

    /** Whatever is done to the text, the answer is a centre or the list of its faults, and nothing else is thrown. */
    @Test
    void survivesBrokenText() {
        Random random = new Random(42);
        String[] bits = {"\"", "{", "}", "[", "]", ",", ":", "null", "-1", "1e99", "\"P1\"", "true", "\u0000", "é", ""};
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder(sample);
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                int at = random.nextInt(text.length());
                int length = random.nextInt(Math.min(12, text.length() - at));
                text.replace(at, at + length, bits[random.nextInt(bits.length)]);
            }
            try {
                CentreReader.read(text.toString());
            } catch (FormatException e) {
                refused++;
                assertThat(e.faults())
                        .isNotEmpty()
                        .allSatisfy(f -> assertThat(f.message()).isNotBlank());
            }
        }
        assertThat(refused).isGreaterThan(1000);
    }

    /** Each value of the sample replaced by something else of another kind: never anything but a list of faults. */
    @Test
    void survivesValuesOfAnotherKind() {
        List<String> others = List.of("null", "7", "\"x\"", "[]", "{}", "true", "[[[]]]", "1.5", "99999999999");
        String[] parts = sample.split("(?<=[:\\[,])\\s|(?=[,\\]}\\n])", -1);
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].isBlank()) {
                continue;
            }
            String[] changed = parts.clone();
            changed[i] = " " + others.get(i % others.size());
            try {
                CentreReader.read(String.join(" ", changed));
            } catch (FormatException e) {
                assertThat(e.faults()).isNotEmpty();
            }
        }
    }

    @Test
    void recognisesACentre() {
        assertThat(CentreReader.recognises(sample)).isTrue();
        assertThat(CentreReader.recognises("{\"rooms\": []}")).isFalse();
        assertThat(CentreReader.recognises("<problem/>")).isFalse();
    }
}
