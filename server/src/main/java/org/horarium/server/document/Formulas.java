package org.horarium.server.document;

import java.util.regex.Pattern;

/**
 * Texts that a spreadsheet would take for formulas get an apostrophe before them, and lose it when they are read: what
 * goes out comes in again as it was.
 */
public final class Formulas {
    private static final Pattern DANGEROUS = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern ESCAPED = Pattern.compile("'+[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private Formulas() {}

    /** The text as a cell that is no formula. */
    public static String escape(String text) {
        return DANGEROUS.matcher(text).matches() ? "'" + text : text;
    }

    /** The text as it was before {@link #escape}. */
    public static String unescape(String text) {
        return ESCAPED.matcher(text).matches() ? text.substring(1) : text;
    }
}
