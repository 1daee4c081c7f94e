package org.horarium.server.assessmentcentre.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.horarium.assessment.Phrase;
import org.horarium.assessment.Wording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What the planner says, in both languages. */
class WordsTest {
    private static final Pattern VALUE = Pattern.compile("\\{(\\d)");

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    private final Words words = new Words(messages);

    WordsTest() {
        messages.setBasename("messages/assessmentcentre");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
    }

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @EnumSource(Phrase.class)
    void everyPhraseTellsAllItsValuesInBothLanguages(Phrase phrase) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            String pattern = messages.getMessage("centre.say." + phrase, null, locale);
            assertThat(values(pattern)).as("%s in %s", phrase, locale).isEqualTo(values(phrase.pattern()));
        }
    }

    private static Set<String> values(String pattern) {
        return VALUE.matcher(pattern).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    @Test
    void numbersAndListsAreSaidAsTheLanguageSaysThem() {
        Wording wording =
                Wording.of(Phrase.MAP, List.of("R1", "R2", "R3"), "toyf").and(Wording.of(Phrase.ADD_DAYS, 1));
        assertThat(wording.text()).isEqualTo("Map R1, R2 and R3 to toyf. Add 1 more day.");
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(words.say(wording)).isEqualTo(wording.text());
        assertThat(words.say(Wording.of(Phrase.NO_GROUP, 1, 3)))
                .isEqualTo("1 participant can't form a group of at least 3.");
        LocaleContextHolder.setLocale(Locale.GERMAN);
        assertThat(words.say(wording)).isEqualTo("R1, R2 und R3 auch für toyf zulassen. Einen Tag mehr vorsehen.");
        assertThat(words.say(Wording.of(Phrase.DAYS_TOO_FEW, 24, 2, 1)))
                .contains("24 Teilnehmende", "2 Tage; einer ist vorgesehen");
    }

    @Test
    void whatNobodyTranslatesIsSaidAsItIs() {
        LocaleContextHolder.setLocale(Locale.GERMAN);
        assertThat(words.say(Wording.of("It's {odd} 'as it is'."))).isEqualTo("It's {odd} 'as it is'.");
    }
}
