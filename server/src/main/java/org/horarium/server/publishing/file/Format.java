package org.horarium.server.publishing.file;

import java.util.Locale;
import java.util.stream.Stream;
import org.horarium.server.platform.InvalidInputException;

/** The kinds of files. */
public enum Format {
    /** Sheets to print, one week on each. */
    PDF("application/pdf"),
    /** The weeks as grids, and a flat sheet with every date. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** One line for each activity. */
    CSV("text/csv;charset=UTF-8"),
    /** Events for a calendar program, to be imported once. */
    ICS("text/calendar;charset=UTF-8"),
    /** For programs. */
    JSON("application/json");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    /** What HTTP calls it. */
    public String mediaType() {
        return mediaType;
    }

    /** The end of a file's name. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The format of a word.
     *
     * @throws InvalidInputException if there is none
     */
    public static Format of(String word) {
        return Stream.of(values())
                .filter(format -> format.extension().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "/format",
                        "There is no format '%s'. Known are %s."
                                .formatted(
                                        word,
                                        Stream.of(values())
                                                .map(Format::extension)
                                                .toList())));
    }
}
