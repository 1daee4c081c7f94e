package org.horarium.formats;

/**
 * Something wrong with a file, or with the data it holds.
 *
 * @param where the place: a JSON pointer ({@code /rooms/3/capacity}), or {@code line 12} in files of lines; empty for
 *     the whole document
 * @param message which record, which value, what is wrong with it and what to do
 */
public record Fault(String where, String message) {
    /** The place and the message, as one line. */
    @Override
    public String toString() {
        return where.isEmpty() ? message : where + ": " + message;
    }
}
