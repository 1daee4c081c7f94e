package org.horarium.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.horarium.engine.model.CostComponent;
import org.horarium.engine.verify.Score;

/** How scores are told. */
final class Report {
    private static final double MILLIS = 1000.0;

    private Report() {}

    /** A line for each component that costs anything. */
    static void components(PrintWriter out, Score score) {
        for (CostComponent component : CostComponent.values()) {
            if (score.cost(component) != 0) {
                out.printf(Locale.ROOT, "%-12s %d%n", name(component), score.cost(component));
            }
        }
    }

    /** The last line of a command: {@code cost TOTAL hard H seconds S}. */
    static void last(PrintWriter out, Score score, Duration elapsed) {
        out.printf(Locale.ROOT, "cost %d hard %d seconds %s%n", score.total(), score.hard(), seconds(elapsed));
        out.flush();
    }

    /** Seconds with a digit after the point, whatever the locale. */
    static String seconds(Duration elapsed) {
        return String.format(Locale.ROOT, "%.1f", elapsed.toMillis() / MILLIS);
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
