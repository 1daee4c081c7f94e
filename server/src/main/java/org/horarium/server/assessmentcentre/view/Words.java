package org.horarium.server.assessmentcentre.view;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.horarium.assessment.Wording;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says what the planner has to say in the language of the reader. */
@Component
public class Words {
    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /** In the language of the request. */
    public String say(Wording wording) {
        Locale locale = LocaleContextHolder.getLocale();
        return wording.parts().stream().map(part -> say(part, locale)).collect(Collectors.joining(" "));
    }

    private String say(Wording.Part part, Locale locale) {
        Object[] filled = part.values().stream()
                .map(v -> v instanceof List<?> list
                        ? Wording.joined(list, text("centre.say.and", new Object[0], locale))
                        : v)
                .toArray();
        return text("centre.say." + part.phrase(), filled, locale);
    }

    private String text(String key, Object[] filled, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, filled, locale));
    }
}
