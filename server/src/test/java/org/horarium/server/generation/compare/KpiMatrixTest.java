package org.horarium.server.generation.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.horarium.engine.variant.Variant;
import org.horarium.server.generation.JobVariant;
import org.horarium.server.generation.VariantFigures;
import org.horarium.server.generation.compare.KpiMatrix.Cell;
import org.junit.jupiter.api.Test;

class KpiMatrixTest {
    private static JobVariant variant(Variant variant, long total, int first, int rooms, int moved, boolean published) {
        return new JobVariant(
                new UUID(0, variant.ordinal()),
                new UUID(1, 1),
                variant,
                new VariantFigures(total, first, 2, 0, 0, null, 0, 0, 40, 7, 3, rooms, 61, moved, 20, published),
                1000,
                Instant.EPOCH,
                0);
    }

    private static List<Cell> row(KpiMatrix matrix, Kpi kpi) {
        return matrix.rows().stream()
                .filter(row -> row.kpi() == kpi)
                .findFirst()
                .orElseThrow()
                .cells();
    }

    @Test
    void theBestOfEachRowIsMarkedWhereThereIsOne() {
        KpiMatrix matrix = KpiMatrix.of(List.of(
                variant(Variant.BALANCED, 100, 5, 4, 9, true),
                variant(Variant.PERSONNEL, 130, 9, 4, 3, true),
                variant(Variant.ROOM_EFFICIENT, 100, 5, 4, 12, true)));

        assertThat(row(matrix, Kpi.COST)).extracting(Cell::best).containsExactly(true, false, true);
        assertThat(row(matrix, Kpi.FIRST))
                .as("more is better")
                .extracting(Cell::best)
                .containsExactly(false, true, false);
        assertThat(row(matrix, Kpi.ROOMS)).as("all equal").noneMatch(Cell::best);
        assertThat(row(matrix, Kpi.SECOND)).as("neither is better").noneMatch(Cell::best);
        assertThat(row(matrix, Kpi.MOVED)).extracting(Cell::best).containsExactly(false, true, false);
    }

    @Test
    void whatTheOthersAreComparedWithHasNotMoved() {
        KpiMatrix matrix = KpiMatrix.of(List.of(
                variant(Variant.BALANCED, 100, 5, 4, 0, false), variant(Variant.LEAST_CHANGE, 130, 5, 4, 3, false)));

        assertThat(row(matrix, Kpi.MOVED).get(0).value()).isNull();
        assertThat(row(matrix, Kpi.MOVED).get(1).value()).isEqualTo(3.0);
        assertThat(row(matrix, Kpi.MOVED)).as("only one to compare").noneMatch(Cell::best);
    }

    @Test
    void whereNobodyHasPreferencesThereAreNoRowsAboutThem() {
        VariantFigures none = new VariantFigures(1, 0, 0, 0, 0, null, 0, 0, 0, 0, 0, 1, 50, 0, 2, true);
        KpiMatrix matrix = KpiMatrix.of(
                List.of(new JobVariant(new UUID(0, 1), new UUID(1, 1), Variant.BALANCED, none, 1, Instant.EPOCH, 0)));

        assertThat(matrix.rows()).extracting(KpiMatrix.Row::kpi).noneMatch(Kpi::ofPreferences);
        assertThat(matrix.rows()).extracting(KpiMatrix.Row::kpi).contains(Kpi.COST, Kpi.GAPS);
    }
}
