package org.horarium.server.explanation.web;

import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.horarium.formats.college.ActivityTemplate.WeekPattern;
import org.horarium.server.explanation.Phrase;
import org.horarium.server.explanation.Phrase.Argument;
import org.horarium.server.explanation.Phrase.When;
import org.springframework.context.MessageSource;

/** Says phrases in one language. */
final class PhraseText {
    private final MessageSource messages;
    private final Locale locale;

    PhraseText(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    String of(Phrase phrase) {
        return messages.getMessage(
                phrase.key(), phrase.arguments().stream().map(this::text).toArray(), locale);
    }

    private String text(Argument argument) {
        if (argument.word() != null) {
            return messages.getMessage(argument.word(), null, locale);
        }
        List<String> parts = new ArrayList<>();
        argument.times().forEach(time -> parts.add(text(time)));
        if (argument.text() != null) {
            parts.add(argument.text());
        }
        return String.join(", ", parts);
    }

    private String text(When time) {
        String day = time.day().getDisplayName(TextStyle.FULL_STANDALONE, locale);
        String week = time.weeks() == WeekPattern.EVERY
                ? ""
                : " (" + messages.getMessage("timetable.week." + time.weeks(), null, locale) + ")";
        return "%s %s–%s%s".formatted(day, time.from(), time.to(), week);
    }
}
