package org.horarium.server.explanation;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.horarium.formats.college.ActivityTemplate.WeekPattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that can be said in any language: a message key and what to put into it.
 *
 * @param key of the message
 * @param arguments in the order of the message's places
 */
public record Phrase(String key, List<Argument> arguments) {
    public Phrase {
        arguments = List.copyOf(arguments);
    }

    /**
     * Something to put into a sentence: times, then a text; or a word that has a message key of its own.
     *
     * @param text a name or a number; null when there is none
     * @param times in the reader's words
     * @param word key of a message without places; null when there is none
     */
    public record Argument(
            @Nullable String text,
            List<When> times,
            @Nullable String word) {
        public Argument {
            times = List.copyOf(times);
        }
    }

    /**
     * A time of the week.
     *
     * @param weeks A or B; EVERY for each week
     */
    public record When(DayOfWeek day, LocalTime from, LocalTime to, WeekPattern weeks) {}

    /**
     * A phrase.
     *
     * @param key of the message
     * @param values texts, numbers, {@link When}s in a list, or whole arguments
     */
    public static Phrase of(String key, Object... values) {
        List<Argument> arguments = new ArrayList<>();
        for (Object value : values) {
            arguments.add(value instanceof Argument argument ? argument : text(value.toString()));
        }
        return new Phrase(key, arguments);
    }

    /** A name or a number. */
    public static Argument text(String text) {
        return new Argument(text, List.of(), null);
    }

    /** Times, and perhaps something behind them. */
    public static Argument times(List<When> times, @Nullable String more) {
        return new Argument(more, times, null);
    }

    /** A word with a message key of its own. */
    public static Argument word(String key) {
        return new Argument(null, List.of(), key);
    }
}
