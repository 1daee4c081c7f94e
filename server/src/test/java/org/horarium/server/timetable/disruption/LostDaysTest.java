package org.horarium.server.timetable.disruption;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.horarium.server.institution.TermCalendar;
import org.horarium.server.platform.InputError;
import org.horarium.server.timetable.PlacedActivity.Weeks;
import org.junit.jupiter.api.Test;

/** Dates against weeks: 5 October 2026 is a Monday and begins an A week, 12 October a B week. */
class LostDaysTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 5);
    private static final LocalDate LAST = LocalDate.of(2027, 1, 29);
    private static final List<DayOfWeek> DAYS = List.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY);
    private static final TermCalendar TERM = new TermCalendar(
            "T", "Autumn", FIRST, LAST, ZoneOffset.UTC, Set.of(LocalDate.of(2026, 10, 14), LocalDate.of(2026, 10, 23)));

    private final List<InputError> errors = new ArrayList<>();

    private LostDays lost(String first, String last, String today) {
        return LostDays.of(
                new Disruption(DisruptionKind.PERSON, "P1", LocalDate.parse(first), LocalDate.parse(last)),
                TERM,
                DAYS,
                LocalDate.parse(today),
                errors);
    }

    @Test
    void twoDaysOfAnAWeekTouchNoBWeekAndNoOtherDay() {
        LostDays days = lost("2026-10-06", "2026-10-07", "2026-09-01");
        assertThat(errors).isEmpty();
        assertThat(days.lost())
                .containsExactlyInAnyOrder(new LostDays.WeekDay(TUESDAY, true), new LostDays.WeekDay(WEDNESDAY, true));
        assertThat(days.lost().stream().anyMatch(day -> day.meets(TUESDAY, Weeks.B)))
                .isFalse();
        assertThat(days.lost().stream().anyMatch(day -> day.meets(TUESDAY, Weeks.EVERY)))
                .isTrue();
        assertThat(days.from()).isEqualTo("2026-10-06");
        assertThat(days.until()).isEqualTo("2026-10-11");
    }

    @Test
    void whereTheWeekHasBegunNothingMovesAcrossItsFirstDay() {
        LostDays days = lost("2026-10-07", "2026-10-13", "2026-09-01");
        assertThat(days.begunOn()).isEqualTo(WEDNESDAY);
        assertThat(days.keepsCount(THURSDAY, FRIDAY, Weeks.EVERY)).isTrue();
        assertThat(days.keepsCount(MONDAY, TUESDAY, Weeks.EVERY)).isTrue();
        assertThat(days.keepsCount(THURSDAY, MONDAY, Weeks.EVERY))
                .as("it would be lost in the first week")
                .isFalse();
        assertThat(days.keepsCount(MONDAY, THURSDAY, Weeks.EVERY))
                .as("it would take place twice in the first week")
                .isFalse();
    }

    @Test
    void nothingMovesOntoAHoliday() {
        LostDays days = lost("2026-10-12", "2026-10-12", "2026-09-01");
        assertThat(days.begunOn()).isEqualTo(MONDAY);
        assertThat(days.keepsCount(MONDAY, WEDNESDAY, Weeks.EVERY)).isFalse();
        assertThat(days.keepsCount(MONDAY, WEDNESDAY, Weeks.A)).isTrue();
        assertThat(days.keepsCount(WEDNESDAY, WEDNESDAY, Weeks.EVERY)).isTrue();
        assertThat(days.keepsCount(MONDAY, THURSDAY, Weeks.EVERY)).isTrue();
    }

    @Test
    void holidaysAndThePastAreNotLost() {
        LostDays days = lost("2026-10-05", "2026-10-16", "2026-10-13");
        assertThat(days.dates())
                .containsExactly(LocalDate.of(2026, 10, 13), LocalDate.of(2026, 10, 15), LocalDate.of(2026, 10, 16));
        assertThat(days.from()).isEqualTo("2026-10-13");
        assertThat(days.until()).isEqualTo("2026-10-18");
    }

    @Test
    void senselessDatesAreRefused() {
        lost("2026-10-07", "2026-10-06", "2026-09-01");
        assertThat(errors).extracting(InputError::pointer).containsExactly("/last");
        errors.clear();
        lost("2026-10-07", "2026-10-08", "2026-10-20");
        assertThat(errors).singleElement().satisfies(e -> assertThat(e.detail()).contains("past"));
        errors.clear();
        lost("2027-03-01", "2027-03-02", "2026-10-20");
        assertThat(errors).singleElement().satisfies(e -> assertThat(e.detail()).contains("Autumn"));
        errors.clear();
        lost("2026-10-17", "2026-10-18", "2026-10-01");
        assertThat(errors).singleElement().satisfies(e -> assertThat(e.detail()).contains("no teaching"));
    }
}
