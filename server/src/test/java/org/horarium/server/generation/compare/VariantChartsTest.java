package org.horarium.server.generation.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.horarium.engine.variant.Variant;
import org.horarium.server.generation.JobVariant;
import org.horarium.server.generation.VariantFigures;
import org.horarium.server.generation.compare.Chart.Column;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.testing.Revisions;
import org.horarium.server.testing.TinyCollege;
import org.horarium.server.timetable.Frame;
import org.horarium.server.timetable.NewRevision;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.PlacedActivity.Weeks;
import org.junit.jupiter.api.Test;

/** The tiny college teaches on three days, four slots each, from 9. */
class VariantChartsTest {
    private static final VariantFigures FIGURES =
            new VariantFigures(1, 4, 1, 0, 2, null, 0, 0, 0, 0, 0, 1, 50, 0, 2, true);

    private static JobVariant variant(Variant variant) {
        return new JobVariant(new UUID(0, variant.ordinal()), new UUID(1, 1), variant, FIGURES, 1, Instant.EPOCH, 0);
    }

    private static NewRevision content(PlacedActivity... activities) {
        return new NewRevision(
                new ScheduleId(new UUID(2, 2)),
                null,
                0,
                Map.of(),
                0,
                Frame.of(TinyCollege.college()),
                List.of(activities),
                List.of());
    }

    private static List<Chart> charts() {
        return VariantCharts.of(
                List.of(variant(Variant.BALANCED), variant(Variant.PERSONNEL)),
                Map.of(
                        Variant.BALANCED,
                                content(
                                        Revisions.circuits(DayOfWeek.TUESDAY, 1, "S1"),
                                        Revisions.power(DayOfWeek.TUESDAY, 4, Weeks.A, "HALL")),
                        Variant.PERSONNEL,
                                content(
                                        Revisions.circuits(DayOfWeek.TUESDAY, 1, "S1"),
                                        Revisions.power(DayOfWeek.TUESDAY, 2, Weeks.EVERY, "HALL"))),
                Locale.ENGLISH);
    }

    private static Chart chart(String key) {
        return charts().stream().filter(c -> c.key().equals(key)).findFirst().orElseThrow();
    }

    @Test
    void numbersAreThoseOfThePlans() {
        assertThat(chart("preferences").series().get(0).values()).containsExactly(4.0, 1.0, 0.0, 2.0);
        assertThat(chart("load").labels()).containsExactly("Ida Jones", "Kim Lark");
        assertThat(chart("load").series().get(0).values())
                .as("every other week counts half")
                .containsExactly(1.0, 0.5);
        assertThat(chart("load").series().get(1).values()).containsExactly(1.0, 1.0);
        assertThat(chart("gaps").labels()).containsExactly("Mon", "Tue", "Wed");
        assertThat(chart("gaps").series().get(0).values())
                .as("two slots between them, in one of two weeks")
                .containsExactly(0.0, 1.0, 0.0);
        assertThat(chart("gaps").series().get(1).values()).containsExactly(0.0, 0.0, 0.0);
        assertThat(chart("rooms").labels()).containsExactly("09:00", "10:00", "11:00", "13:00");
        assertThat(chart("rooms").series().get(1).values().get(1)).isEqualTo(1 / 3.0);
    }

    @Test
    void columnsAreToOneScaleAndStandOnTheGround() {
        Chart load = chart("load");
        List<Column> columns = load.panels().get(0).columns();

        assertThat(columns).extracting(Column::height).containsExactly((double) Chart.HEIGHT, Chart.HEIGHT / 2.0);
        assertThat(columns).allSatisfy(c -> {
            assertThat(c.y() + c.height()).isEqualTo(Chart.HEIGHT);
            assertThat(c.x()).isNotNegative();
            assertThat(c.x() + c.width()).isLessThanOrEqualTo(Chart.WIDTH);
        });
        assertThat(load.panels().get(1).columns())
                .extracting(Column::height)
                .as("the same scale for all variants")
                .containsExactly((double) Chart.HEIGHT, (double) Chart.HEIGHT);
    }

    @Test
    void theLargestComesFirstWhereColumnsHaveNoPlacesOfTheirOwn() {
        Chart chart = new Chart(
                "load",
                List.of("a", "b", "c"),
                true,
                List.of(new Chart.Series(Variant.BALANCED, List.of(1.0, 3.0, 2.0))));

        assertThat(chart.panels().get(0).columns()).extracting(Column::label).containsExactly("b", "c", "a");
    }

    @Test
    void whatHasNothingToShowIsLeftOut() {
        List<Chart> charts = VariantCharts.of(
                List.of(variant(Variant.BALANCED)),
                Map.of(Variant.BALANCED, content(Revisions.circuits(DayOfWeek.MONDAY, 1, "S1"))),
                Locale.ENGLISH);

        assertThat(charts).extracting(Chart::key).containsExactly("preferences", "load", "rooms");
    }
}
