package org.horarium.formats.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.List;
import org.horarium.formats.FormatException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** Text to tree and records to text, within bounds and always in the same way. */
final class JsonText {
    /** Largest document, in bytes: many times a university. */
    static final int MAX_BYTES = 64 << 20;

    private static final int MAX_DEPTH = 30;
    private static final int MAX_STRING = 10_000;
    private static final int MAX_NUMBER = 50;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_STRING)
                            .maxNameLength(MAX_STRING)
                            .maxNumberLength(MAX_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .addModule(new SimpleModule().addSerializer(LocalTime.class, new ToStringSerializer(LocalTime.class)))
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .withConfigOverride(
                    List.class,
                    config -> config.setInclude(
                            JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS)))
            .build();

    private JsonText() {}

    /**
     * Parses a document.
     *
     * @throws FormatException if it is too large, too deep, or no JSON object
     */
    static ObjectNode parse(byte[] json) {
        if (json.length > MAX_BYTES) {
            throw new FormatException(
                    "",
                    "The document has (%d) bytes; at most (%d) are read. Split it.".formatted(json.length, MAX_BYTES));
        }
        JsonNode node;
        try {
            node = MAPPER.readTree(json);
        } catch (JacksonException broken) {
            throw new FormatException(
                    place(broken), "This is not sound JSON: %s".formatted(broken.getOriginalMessage()));
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new FormatException("", "The document must be a JSON object: { … }.");
    }

    private static String place(JacksonException broken) {
        TokenStreamLocation at = broken.getLocation();
        return at == null ? "" : "line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }

    /**
     * Writes a record as a document in UTF-8: indented, records that are short on one line, lines end with a newline.
     *
     * @param format value of its first member, {@code format}
     * @param value the record
     */
    static byte[] write(String format, Object value) {
        ObjectNode document = MAPPER.createObjectNode();
        document.put("format", format);
        document.setAll((ObjectNode) MAPPER.valueToTree(value));
        return (new JsonLayout(MAPPER).of(document) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
