package org.horarium.server.platform;

import java.util.List;
import java.util.Map;

/**
 * Numbers that a module tells the metrics, read from the database when somebody asks: they are about all processes, also
 * about workers, which have no pages to ask.
 */
public interface Figures {
    /**
     * A number.
     *
     * @param name of the metric, {@code horarium.what.of.what}
     * @param help one sentence
     * @param tags names and values
     * @param value the number
     */
    record Figure(String name, String help, Map<String, String> tags, double value) {}

    /** The numbers now. */
    List<Figure> read();
}
