package org.horarium.formats.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.horarium.formats.FaultCollector;
import org.horarium.formats.college.check.CollegeChecks;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON object that is read field by field. What is missing or wrong is told to the collector, with its pointer, and a
 * stand-in is answered, so that reading goes on and finds the other faults too.
 *
 * <p>A record that is not there at all (a number stands where an object should) has no node: it answers stand-ins and
 * tells nothing more.
 */
final class JsonRecord {
    private static final int SHOWN = 60;

    private final String where;
    private final String owner;
    private final @Nullable ObjectNode node;
    private final FaultCollector faults;
    private final Set<String> asked = new TreeSet<>();

    private JsonRecord(String where, String owner, @Nullable ObjectNode node, FaultCollector faults) {
        this.where = where;
        this.owner = owner;
        this.node = node;
        this.faults = faults;
    }

    /** Reads a whole document, whose first member {@code format} was checked before. */
    static <T> T document(String kind, ObjectNode node, Function<JsonRecord, T> reader, FaultCollector faults) {
        JsonRecord document = new JsonRecord("", kind, node, faults);
        document.asked.add("format");
        T value = reader.apply(document);
        document.end();
        return value;
    }

    /** A text that must be there. */
    String text(String field) {
        JsonNode value = required(field);
        return value == null ? CollegeChecks.UNREADABLE : text(field, value);
    }

    /** A text, or null where it is left out. */
    @Nullable
    String optionalText(String field) {
        JsonNode value = optional(field);
        return value == null ? null : text(field, value);
    }

    private String text(String field, JsonNode value) {
        if (value.isString()) {
            String text = value.stringValue();
            if (!text.equals(CollegeChecks.UNREADABLE)) {
                return text;
            }
        }
        wrong(field, value, "a text in quotes");
        return CollegeChecks.UNREADABLE;
    }

    /**
     * A whole number that must be there.
     *
     * @param standIn answered when it can't be read: a value that causes no further faults
     */
    int integer(String field, int standIn) {
        JsonNode value = required(field);
        return value == null ? standIn : integer(field, value, standIn);
    }

    /** A whole number, or null where it is left out. */
    @Nullable
    Integer optionalInteger(String field) {
        JsonNode value = optional(field);
        return value == null ? null : Integer.valueOf(integer(field, value, 1));
    }

    private int integer(String field, JsonNode value, int standIn) {
        if (value.isIntegralNumber() && value.canConvertToInt()) {
            return value.intValue();
        }
        wrong(field, value, "a whole number");
        return standIn;
    }

    /** A whole number of any size that must be there. */
    long number(String field) {
        JsonNode value = required(field);
        return value == null ? 0 : number(field, value);
    }

    /** A whole number of any size, or null where it is left out. */
    @Nullable
    Long optionalNumber(String field) {
        JsonNode value = optional(field);
        return value == null ? null : Long.valueOf(number(field, value));
    }

    private long number(String field, JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        wrong(field, value, "a whole number");
        return 0;
    }

    /** true or false. */
    boolean flag(String field) {
        JsonNode value = required(field);
        if (value != null && !value.isBoolean()) {
            wrong(field, value, "true or false");
        }
        return value != null && value.isBoolean() && value.booleanValue();
    }

    /** A constant of an enum, in lower case, that must be there. */
    <E extends Enum<E>> E choice(String field, Class<E> type, E standIn) {
        JsonNode value = required(field);
        E chosen = value == null ? null : choice(field, value, type);
        return chosen == null ? standIn : chosen;
    }

    /** A constant of an enum, or null where it is left out. */
    <E extends Enum<E>> @Nullable E optionalChoice(String field, Class<E> type) {
        JsonNode value = optional(field);
        return value == null ? null : choice(field, value, type);
    }

    private <E extends Enum<E>> @Nullable E choice(String at, JsonNode value, Class<E> type) {
        List<E> constants = Arrays.asList(type.getEnumConstants());
        List<String> names = constants.stream()
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!value.isString()) {
            wrong(at, value, "one of " + String.join(", ", names));
            return null;
        }
        int index = names.indexOf(value.stringValue());
        if (index < 0) {
            faults.add(
                    pointer(at),
                    "The %s has %s (%s), which must be one of %s. %s",
                    owner,
                    at,
                    shown(value),
                    String.join(", ", names),
                    faults.advice(value.stringValue(), names));
            return null;
        }
        return constants.get(index);
    }

    /** A date that must be there. */
    LocalDate date(String field, LocalDate standIn) {
        return parsed(field, "a date such as \"2026-09-28\"", LocalDate::parse, standIn);
    }

    /** A clock time that must be there. */
    LocalTime time(String field, LocalTime standIn) {
        return parsed(field, "a clock time such as \"09:15\"", LocalTime::parse, standIn);
    }

    private <T> T parsed(String field, String expected, Function<String, T> parser, T standIn) {
        JsonNode value = required(field);
        if (value == null) {
            return standIn;
        }
        if (value.isString()) {
            try {
                return parser.apply(value.stringValue());
            } catch (DateTimeException malformed) {
                wrong(field, value, expected);
                return standIn;
            }
        }
        wrong(field, value, expected);
        return standIn;
    }

    /** Texts; none where the field is left out. */
    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        if (node == null) {
            return List.of(CollegeChecks.UNREADABLE);
        }
        JsonNode value = optional(field);
        if (value != null && !value.isArray()) {
            wrong(field, value, "a list of texts, [ … ]");
            return List.of(CollegeChecks.UNREADABLE);
        }
        for (int i = 0; value != null && i < value.size(); i++) {
            texts.add(text(field + "/" + i, value.get(i)));
        }
        return texts;
    }

    /** Constants of an enum; all there are when any of them can't be read. */
    <E extends Enum<E>> List<E> choices(String field, Class<E> type) {
        List<E> choices = new ArrayList<>();
        JsonNode value = required(field);
        if (value != null && !value.isArray()) {
            wrong(field, value, "a list, [ … ]");
        }
        if (value == null || !value.isArray()) {
            return List.of(type.getEnumConstants());
        }
        boolean readable = true;
        for (int i = 0; i < value.size(); i++) {
            E choice = choice(field + "/" + i, value.get(i), type);
            readable &= choice != null;
            if (choice != null) {
                choices.add(choice);
            }
        }
        return readable ? choices : List.of(type.getEnumConstants());
    }

    /** A record that must be there. */
    <T> T record(String field, String kind, Function<JsonRecord, T> reader) {
        JsonNode value = required(field);
        return nested(field, kind, value, reader);
    }

    /** A record, or null where it is left out. */
    <T> @Nullable T optionalRecord(String field, String kind, Function<JsonRecord, T> reader) {
        JsonNode value = optional(field);
        return value == null ? null : nested(field, kind, value, reader);
    }

    /**
     * Records; none where the field is left out.
     *
     * @param kind what one of them is called in messages
     */
    <T> List<T> records(String field, String kind, Function<JsonRecord, T> reader) {
        List<T> records = new ArrayList<>();
        JsonNode value = optional(field);
        if (value != null && !value.isArray()) {
            wrong(field, value, "a list, [ … ]");
        }
        if (node == null || (value != null && !value.isArray())) {
            return List.of(nested(field, kind, null, reader));
        }
        for (int i = 0; value != null && i < value.size(); i++) {
            records.add(nested(field + "/" + i, kind, value.get(i), reader));
        }
        return records;
    }

    private <T> T nested(String at, String kind, @Nullable JsonNode value, Function<JsonRecord, T> reader) {
        ObjectNode object = value instanceof ObjectNode found ? found : null;
        if (value != null && object == null) {
            wrong(at, value, "a record, { … }");
        }
        JsonNode id = object == null ? null : object.get("id");
        String name = id == null ? kind : "%s (%s)".formatted(kind, shown(id));
        JsonRecord record = new JsonRecord(pointer(at), name, object, faults);
        T read = reader.apply(record);
        record.end();
        return read;
    }

    private List<String> fields() {
        return node == null ? List.of() : List.copyOf(node.propertyNames());
    }

    /** Tells of fields that nobody asked for. */
    private void end() {
        Set<String> unknown = new HashSet<>(fields());
        unknown.removeAll(asked);
        fields().stream()
                .filter(unknown::contains)
                .forEach(field -> faults.add(
                        pointer(field.replace("~", "~0").replace("/", "~1")),
                        "The %s has an unknown field (%s). Remove it or correct the name. %s",
                        owner,
                        cut(field),
                        faults.advice(field, asked)));
    }

    private @Nullable JsonNode required(String field) {
        JsonNode value = optional(field);
        if (value == null && node != null) {
            faults.add(pointer(field), "The %s has no %s. Add it.", owner, field);
        }
        return value;
    }

    private @Nullable JsonNode optional(String field) {
        asked.add(field);
        JsonNode value = node == null ? null : node.get(field);
        return value == null || value.isNull() ? null : value;
    }

    private void wrong(String at, JsonNode value, String expected) {
        faults.add(pointer(at), "The %s has %s (%s), which must be %s.", owner, at, shown(value), expected);
    }

    private String pointer(String at) {
        return where + "/" + at;
    }

    private static String shown(JsonNode value) {
        return value.isString() ? cut(value.stringValue()) : cut(value.toString());
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
