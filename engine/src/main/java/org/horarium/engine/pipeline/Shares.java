package org.horarium.engine.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;

/** How what is left after the first plan is divided among stages, in their order. */
final class Shares {
    private static final double FIRST = 0.3;

    private final double begin;
    private final Map<String, Double> parts = new LinkedHashMap<>();

    /** @param begin share of the whole that is spent already */
    Shares(double begin) {
        this.begin = begin;
    }

    void add(String stage, double amount) {
        parts.put(stage, amount);
    }

    /** Share of the whole at which a stage ends. */
    double until(String stage) {
        double all = parts.values().stream().mapToDouble(Double::doubleValue).sum();
        double sum = 0;
        for (Map.Entry<String, Double> part : parts.entrySet()) {
            sum += part.getValue();
            if (part.getKey().equals(stage)) {
                break;
            }
        }
        return begin + (1 - begin) * sum / all;
    }

    /** Share of the whole at which completing the first plan ends. */
    double untilFirst() {
        return begin + FIRST * (1 - begin);
    }
}
