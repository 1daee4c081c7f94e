package org.horarium.server.platform.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Writes places of an input as JSON pointers (RFC 6901). */
final class JsonPointers {
    private static final int SHOWN_LENGTH = 80;

    private JsonPointers() {}

    static String of(JacksonException e) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference reference : e.getPath()) {
            pointer.append('/')
                    .append(
                            reference.getPropertyName() == null
                                    ? Integer.toString(reference.getIndex())
                                    : escape(reference.getPropertyName()));
        }
        return pointer.toString();
    }

    /** {@code rooms[3].capacity} becomes {@code /rooms/3/capacity}. */
    static String ofPropertyPath(String path) {
        return "/" + path.replace("[", "/").replace("]", "").replace(".", "/");
    }

    /** A value for a message, cut when long. */
    static String shown(@Nullable Object value) {
        if (value == null) {
            return "(nothing)";
        }
        String text = value.toString();
        return "'" + (text.length() > SHOWN_LENGTH ? text.substring(0, SHOWN_LENGTH) + "…" : text) + "'";
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
