package org.horarium.server.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.horarium.server.schedule.ScheduleId;
import org.junit.jupiter.api.Test;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class ShownWeeksTest {
    private static final int LENGTH = "timetable/week".length();
    private static final ScheduleId SCHEDULE = new ScheduleId(new UUID(0, 1));

    private static final Revision REVISION = new Revision(
            1,
            new UUID(0, 2),
            3,
            SCHEDULE,
            1,
            null,
            RevisionStatus.PUBLISHED,
            "hash",
            0,
            Map.of(),
            0,
            Frames.SMALL,
            List.of(Frames.lecture(DayOfWeek.MONDAY, 1, "R1", "P1")),
            List.of(),
            Instant.EPOCH);

    private final List<String> made = new ArrayList<>();

    /** Weeks whose HTML is the name of the template. */
    private static ShownWeeks weeks(long most) {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(new StringTemplateResolver());
        return new ShownWeeks(engine, most);
    }

    private static Publication publication(long id) {
        return new Publication(
                id,
                SCHEDULE,
                id,
                1,
                LocalDate.of(2026, 9, 1),
                "dean@tiny.example",
                Instant.parse("2026-08-01T08:00:00Z"),
                null,
                3);
    }

    private void ask(ShownWeeks weeks, long publication, String whose, Locale locale) {
        weeks.of(List.of(publication(publication)), Perspective.ROOM, whose, locale, () -> {
            made.add(publication + whose + locale);
            return List.of(TimetableView.of(REVISION, Perspective.ROOM, whose, REVISION.activities(), locale));
        });
    }

    @Test
    void aWeekIsMadeOnceUntilSomethingThatItDependsOnIsAnother() {
        ShownWeeks weeks = weeks(1000);
        for (int i = 0; i < 2; i++) {
            ask(weeks, 1, "S1", Locale.ENGLISH);
            ask(weeks, 1, "S1", Locale.GERMAN);
            ask(weeks, 1, "S2", Locale.ENGLISH);
            ask(weeks, 2, "S1", Locale.ENGLISH);
        }
        assertThat(made).containsExactly("1S1en", "1S1de", "1S2en", "2S1en");
    }

    @Test
    void whatWasNotLookedAtForTheLongestTimeGoesFirst() {
        ShownWeeks weeks = weeks(2L * LENGTH);
        ask(weeks, 1, "A", Locale.ENGLISH);
        ask(weeks, 1, "B", Locale.ENGLISH);
        ask(weeks, 1, "A", Locale.ENGLISH);
        ask(weeks, 1, "C", Locale.ENGLISH);
        ask(weeks, 1, "A", Locale.ENGLISH);
        ask(weeks, 1, "B", Locale.ENGLISH);
        assertThat(made).containsExactly("1Aen", "1Ben", "1Cen", "1Ben");
    }
}
