package org.horarium.server.assessmentcentre.store;

import java.util.List;
import org.horarium.assessment.Wording;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads what was said: as phrases, or as the English text that rows from before there were phrases have. */
@JacksonComponent
class WordingJson {
    /** The fields of a wording. */
    record Fields(List<Wording.Part> parts) {}

    static final class Reader extends ValueDeserializer<Wording> {
        @Override
        public Wording deserialize(JsonParser parser, DeserializationContext context) {
            return parser.currentToken() == JsonToken.VALUE_STRING
                    ? Wording.of(parser.getString())
                    : new Wording(context.readValue(parser, Fields.class).parts());
        }
    }
}
