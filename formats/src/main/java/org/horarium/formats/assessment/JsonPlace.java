package org.horarium.formats.assessment;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.horarium.formats.Fault;
import org.horarium.formats.FormatException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A value of a JSON document with its pointer and the list that collects faults. The getters note a fault and answer
 * null, so that reading goes on and finds the next one.
 */
final class JsonPlace {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode node;
    private final String pointer;
    private final List<Fault> faults;

    private JsonPlace(JsonNode node, String pointer, List<Fault> faults) {
        this.node = node;
        this.pointer = pointer;
        this.faults = faults;
    }

    /** The whole document. Throws {@link FormatException} where the text is no JSON object. */
    static JsonPlace parse(String json, List<Fault> faults) {
        JsonNode node;
        try {
            node = MAPPER.readTree(json);
        } catch (JacksonException e) {
            String where = e.getLocation() == null
                    ? ""
                    : "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new FormatException(where, "This is not valid JSON: " + e.getOriginalMessage() + ".");
        }
        if (node == null || !node.isObject()) {
            throw new FormatException("", "The document must be a JSON object {…}.");
        }
        return new JsonPlace(node, "", faults);
    }

    String pointer() {
        return pointer;
    }

    List<Fault> faults() {
        return faults;
    }

    void fault(String message) {
        faults.add(new Fault(pointer, message));
    }

    boolean isString() {
        return node.isString();
    }

    boolean isObject() {
        return node.isObject();
    }

    /** Names the fields that are not among these. */
    void onlyFields(Set<String> allowed) {
        for (String name : node.propertyNames()) {
            if (!allowed.contains(name)) {
                child(name, node.get(name))
                        .fault("The field \"" + name + "\" is not known here. Known are: "
                                + String.join(", ", allowed.stream().sorted().toList()) + ".");
            }
        }
    }

    Set<String> names() {
        return Set.copyOf(node.propertyNames());
    }

    /** Field names in the order of the document. */
    List<String> orderedNames() {
        return List.copyOf(node.propertyNames());
    }

    /** A field; null where it is missing or JSON null. */
    @Nullable
    JsonPlace field(String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : child(name, value);
    }

    /** A field that must be there. */
    @Nullable
    JsonPlace required(String name) {
        JsonPlace value = field(name);
        if (value == null) {
            child(name, node).fault("The field \"" + name + "\" is missing.");
        }
        return value;
    }

    private JsonPlace child(String name, JsonNode value) {
        return new JsonPlace(value, pointer + "/" + name.replace("~", "~0").replace("/", "~1"), faults);
    }

    /** The elements of a list; a fault and none where it is no list. */
    List<JsonPlace> items() {
        List<JsonPlace> items = new ArrayList<>();
        if (!node.isArray()) {
            fault("A list […] is expected, not " + shown() + ".");
        } else {
            for (int i = 0; i < node.size(); i++) {
                items.add(new JsonPlace(node.get(i), pointer + "/" + i, faults));
            }
        }
        return items;
    }

    /** True for an object; else a fault. */
    boolean expectObject() {
        if (!node.isObject()) {
            fault("An object {…} is expected, not " + shown() + ".");
        }
        return node.isObject();
    }

    /** A text that is not blank. */
    @Nullable
    String text() {
        if (!node.isString() || node.stringValue().isBlank()) {
            fault("A text that is not empty is expected, not " + shown() + ".");
            return null;
        }
        return node.stringValue();
    }

    /** A whole number from {@code least} to {@code most}. */
    @Nullable
    Integer integer(int least, int most) {
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            fault("A whole number is expected, not " + shown() + ".");
            return null;
        }
        int value = node.intValue();
        if (value < least || value > most) {
            fault("The number must be from " + least + " to " + most + ", not " + value + ".");
            return null;
        }
        return value;
    }

    @Nullable
    Boolean bool() {
        if (!node.isBoolean()) {
            fault("true or false is expected, not " + shown() + ".");
            return null;
        }
        return node.booleanValue();
    }

    @Nullable
    LocalTime time() {
        return parsed("A time such as \"09:00\"", LocalTime::parse);
    }

    @Nullable
    LocalDate date() {
        return parsed("A date such as \"2025-11-23\"", LocalDate::parse);
    }

    @Nullable
    LocalDateTime dateTime() {
        return parsed("A local date and time such as \"2025-11-23T09:00\"", LocalDateTime::parse);
    }

    /** A text read by a parser that throws {@link DateTimeException}. */
    <T> @Nullable T parsed(String expected, Function<String, T> parser) {
        if (node.isString()) {
            try {
                return parser.apply(node.stringValue());
            } catch (DateTimeException e) {
                // The fault below names the value.
            }
        }
        fault(expected + " is expected, not " + shown() + ".");
        return null;
    }

    private String shown() {
        String text = node.toString();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
