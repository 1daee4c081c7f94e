package org.horarium.formats.assessment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The centres that are shipped, also found in the folder {@code examples/assessment}. */
public enum ExampleCentre {
    /** The sample of section 13 of the requirements: six participants, one day. */
    SECTION_13("section13.json"),
    /** Twenty-four participants over two days. */
    TWO_DAYS("two-days.json");

    private final String file;

    ExampleCentre(String file) {
        this.file = file;
    }

    /** Name of its file. */
    public String file() {
        return file;
    }

    /** Its text, as {@link CentreReader} reads it. */
    public String json() {
        try (InputStream in = ExampleCentre.class.getResourceAsStream("examples/" + file)) {
            if (in == null) {
                throw new IllegalStateException("The example (" + file + ") is missing from the jar.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
