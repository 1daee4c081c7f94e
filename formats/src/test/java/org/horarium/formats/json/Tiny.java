package org.horarium.formats.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.horarium.formats.college.College;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The smallest college that has something of everything, and ways to spoil it. */
public final class Tiny {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final ObjectNode document;

    private Tiny(ObjectNode document) {
        this.document = document;
    }

    /** The document as it is in the resource. */
    public static Tiny document() {
        return new Tiny((ObjectNode) MAPPER.readTree(bytes()));
    }

    /** The college. */
    public static College college() {
        return CollegeJson.read(bytes());
    }

    static byte[] bytes() {
        try (InputStream resource = Objects.requireNonNull(Tiny.class.getResourceAsStream("tiny.json"))) {
            return resource.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Puts a value at a pointer.
     *
     * @param pointer of a field, of a list's element, or of a list's end ({@code /rooms/-})
     * @param json the value
     */
    public Tiny set(String pointer, String json) {
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = document.at(at.head());
        String last = at.last().getMatchingProperty();
        JsonNode value = MAPPER.readTree(json);
        if (parent instanceof ArrayNode array) {
            if (last.equals("-")) {
                array.add(value);
            } else {
                array.set(Integer.parseInt(last), value);
            }
        } else {
            ((ObjectNode) parent).set(last, value);
        }
        return this;
    }

    /** Removes the field or element at a pointer. */
    public Tiny remove(String pointer) {
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = document.at(at.head());
        String last = at.last().getMatchingProperty();
        if (parent instanceof ArrayNode array) {
            array.remove(Integer.parseInt(last));
        } else {
            ((ObjectNode) parent).remove(last);
        }
        return this;
    }

    /** The document as bytes. */
    public byte[] json() {
        return MAPPER.writeValueAsBytes(document);
    }

    /** The college that the document is. */
    public College read() {
        return CollegeJson.read(json());
    }
}
