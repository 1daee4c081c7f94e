package org.horarium.server.assessmentcentre.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.horarium.assessment.FailureCode;
import org.horarium.assessment.Phrase;
import org.horarium.assessment.Shortage;
import org.horarium.assessment.Wording;
import org.horarium.server.assessmentcentre.Refusal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Refusals are kept as JSON, and those that were kept as plain English are still read. */
class WordingJsonTest {
    private final JsonMapper json = JsonMapper.builder()
            .addModule(new SimpleModule().addDeserializer(Wording.class, new WordingJson.Reader()))
            .build();

    @Test
    void whatIsWrittenIsReadAgain() {
        Refusal refusal = new Refusal(
                FailureCode.INSUFFICIENT_ROOMS,
                Wording.of(Phrase.NO_ROOM, "toyf"),
                List.of(new Shortage(Wording.of(Phrase.OF_ROOMS, "toyf"), 0, 1)),
                List.of(new Refusal.Proposal(Wording.of(Phrase.MAP, List.of("R1", "R2"), "toyf"), "{}")));
        assertThat(json.readValue(json.writeValueAsString(refusal), Refusal.class))
                .isEqualTo(refusal);
    }

    @Test
    void plainTextIsReadAsItIs() {
        Refusal old = json.readValue("""
                {"code": "INSUFFICIENT_DAYS", "message": "2 days are needed.",
                 "shortages": [{"resource": "days", "current": 1, "required": 2}],
                 "suggestions": [{"text": "Add 1 more day.", "centre": "{}"}]}
                """, Refusal.class);
        assertThat(old.message()).isEqualTo(Wording.of("2 days are needed."));
        assertThat(old.shortages().get(0).resource().text()).isEqualTo("days");
        assertThat(old.suggestions().get(0).text().text()).isEqualTo("Add 1 more day.");
    }
}
