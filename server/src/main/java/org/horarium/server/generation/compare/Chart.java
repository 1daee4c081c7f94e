package org.horarium.server.generation.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.horarium.engine.variant.Variant;

/**
 * A chart of columns, one panel for each variant, all to the same scale; the same numbers as a table are
 * {@link #labels()} and {@link #series()}.
 *
 * @param key preferences, load, gaps or rooms
 * @param labels what each number is about
 * @param fallsOff whether panels show the largest number first: then columns have no places of their own
 * @param series the numbers of each variant
 */
public record Chart(String key, List<String> labels, boolean fallsOff, List<Series> series) {
    /** Width of a panel's drawing. */
    public static final int WIDTH = 240;
    /** Height of a panel's drawing without the names below the columns. */
    public static final int HEIGHT = 96;
    /** Share of a column's place that stays free. */
    private static final double GAP = 0.22;
    /** Most names below columns that can be read. */
    private static final int NAMES = 7;

    public Chart {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
    }

    /**
     * The numbers of a variant.
     *
     * @param variant which
     * @param values one for each label
     */
    public record Series(Variant variant, List<Double> values) {
        public Series {
            values = List.copyOf(values);
        }

        /** The largest number; 0 without any. */
        public double most() {
            return values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        }

        /** The smallest number; 0 without any. */
        public double least() {
            return values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        }

        /** Sum of the numbers. */
        public double sum() {
            return values.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /**
     * The drawing of a variant.
     *
     * @param series what is drawn
     * @param columns from left to right
     */
    public record Panel(Series series, List<Column> columns) {
        public Panel {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A column, in the drawing's units; y grows downwards.
     *
     * @param label what it is about
     * @param value its number
     * @param x left edge
     * @param y top
     * @param width how wide
     * @param height how high; 0 for the number 0
     * @param named whether there is room for its name below it
     */
    public record Column(String label, double value, double x, double y, double width, double height, boolean named) {
        /** The middle, where the name goes. */
        public double middle() {
            return x + width / 2;
        }
    }

    /** The largest number of all variants: the top of the scale. */
    public double most() {
        return series.stream().mapToDouble(Series::most).max().orElse(0);
    }

    /** The drawings. */
    public List<Panel> panels() {
        double scale = most() == 0 ? 0 : HEIGHT / most();
        return series.stream().map(s -> new Panel(s, columns(s, scale))).toList();
    }

    private List<Column> columns(Series one, double scale) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, one.values().size()).boxed().toList());
        if (fallsOff) {
            order.sort(Comparator.comparing((Integer i) -> -one.values().get(i)));
        }
        double place = (double) WIDTH / Math.max(1, order.size());
        int every = (order.size() + NAMES - 1) / NAMES;
        List<Column> columns = new ArrayList<>();
        for (int at = 0; at < order.size(); at++) {
            int i = order.get(at);
            double value = one.values().get(i);
            double height = round(value * scale);
            columns.add(new Column(
                    labels.get(i),
                    value,
                    round(at * place + place * GAP / 2),
                    round(HEIGHT - height),
                    round(place * (1 - GAP)),
                    height,
                    !fallsOff && at % every == 0));
        }
        return columns;
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
