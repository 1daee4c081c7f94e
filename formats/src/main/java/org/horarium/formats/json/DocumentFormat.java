package org.horarium.formats.json;

import java.util.List;
import org.horarium.formats.FormatException;
import org.horarium.formats.Nearest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The member {@code format}, by which Horarium's documents are told apart. */
final class DocumentFormat {
    private DocumentFormat() {}

    /** @throws FormatException if the document is not of the format */
    static void check(ObjectNode document, String expected) {
        JsonNode format = document.get("format");
        if (format == null) {
            throw new FormatException(
                    "/format",
                    "The document has no format. Its first member must be \"format\": \"%s\".".formatted(expected));
        }
        if (!format.isString() || !format.stringValue().equals(expected)) {
            String found = format.isString() ? format.stringValue() : format.toString();
            List<String> known = List.of(CollegeJson.FORMAT, TimetableJson.FORMAT);
            throw new FormatException(
                    "/format",
                    "The document has format (%s), where (%s) is needed. %s"
                            .formatted(
                                    found,
                                    expected,
                                    known.contains(found)
                                            ? "Give a file of the other kind."
                                            : Nearest.advice(found, List.of(expected))));
        }
    }
}
