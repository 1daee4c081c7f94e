package org.horarium.server.generation.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.horarium.engine.variant.Variant;
import org.horarium.server.generation.JobVariant;
import org.horarium.server.generation.VariantFigures;
import org.horarium.server.generation.compare.Kpi.Better;
import org.jspecify.annotations.Nullable;

/**
 * The figures of variants side by side: one row for each figure, one column for each variant. The best of a row is marked
 * where there is one: not where all are equal, and not where more or less says nothing.
 *
 * @param rows the figures
 */
public record KpiMatrix(List<Row> rows) {
    public KpiMatrix {
        rows = List.copyOf(rows);
    }

    /**
     * A figure of all variants.
     *
     * @param kpi which
     * @param cells one for each variant, in their order
     */
    public record Row(Kpi kpi, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A figure of a variant.
     *
     * @param value the number; null where the variant is what the others are compared with
     * @param best whether no other has a better one
     */
    public record Cell(@Nullable Double value, boolean best) {}

    /** The matrix of some variants. Rows about preferences are left out where nobody has any. */
    public static KpiMatrix of(List<JobVariant> variants) {
        boolean preferences = variants.stream().anyMatch(v -> v.figures().sessions() > 0);
        return new KpiMatrix(Stream.of(Kpi.values())
                .filter(kpi -> preferences || !kpi.ofPreferences())
                .map(kpi -> row(kpi, variants))
                .toList());
    }

    private static Row row(Kpi kpi, List<JobVariant> variants) {
        List<@Nullable Double> values = new ArrayList<>();
        variants.forEach(v -> values.add(isReference(kpi, v) ? null : (Double) kpi.of(v.figures())));
        Double best = best(kpi, values);
        return new Row(
                kpi,
                values.stream()
                        .map(value -> new Cell(value, value != null && value.equals(best)))
                        .toList());
    }

    /** Where nothing is published, the others are compared with the balanced variant: it has not moved by itself. */
    private static boolean isReference(Kpi kpi, JobVariant variant) {
        VariantFigures figures = variant.figures();
        return kpi == Kpi.MOVED && variant.variant() == Variant.BALANCED && !figures.comparedWithPublished();
    }

    private static @Nullable Double best(Kpi kpi, List<@Nullable Double> values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Double value : values) {
            if (value != null) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        if (kpi.better() == Better.NEITHER || least >= most) {
            return null;
        }
        return kpi.better() == Better.LESS ? least : most;
    }
}
