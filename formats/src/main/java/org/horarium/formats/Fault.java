package org.horarium.formats;

/**
 * Something wrong with a file, or with the data it holds.
 *
 * @param where the place: a JSON pointer ({@code /rooms/3/capacity}), or {@code line 12} in files of lines; empty for
 *     the whole document
 * @param message which record, which value, what is wrong with it and what to do
 */
public record Fault(String where, String message) {
    private static final int LONGEST = 1_000;

    /** Makes it one line: control characters become question marks, and what is very long is cut. */
    public Fault {
        where = oneLine(where);
        message = oneLine(message);
    }

    private static String oneLine(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
        return cut.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?");
    }

    /** The place and the message, as one line. */
    @Override
    public String toString() {
        return where.isEmpty() ? message : where + ": " + message;
    }
}
