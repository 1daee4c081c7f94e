package org.horarium.server.platform.health;

import java.util.List;
import org.horarium.server.platform.HealthCheck;

/**
 * How all parts are.
 *
 * @param parts in a fixed order
 */
public record HealthReport(List<Part> parts) {
    /**
     * A part.
     *
     * @param name a short word
     * @param essential whether nothing works without it
     * @param state how it is
     * @param detail for administrators; may be empty
     */
    public record Part(String name, boolean essential, HealthCheck.State state, String detail) {
        /** Key of its name for people. */
        public String key() {
            return "health." + name;
        }

        /** Key of what its state means for people. */
        public String troubleKey() {
            return key() + "." + state.code();
        }
    }

    public HealthReport {
        parts = List.copyOf(parts);
    }

    /** Whether the pages can work at all. */
    public boolean works() {
        return parts.stream().noneMatch(part -> part.essential() && part.state() == HealthCheck.State.DOWN);
    }

    /** What is not as it should be. */
    public List<Part> troubles() {
        return parts.stream().filter(part -> part.state().bad()).toList();
    }

    /** All in one word: {@code up}, {@code degraded} or {@code down}. */
    public String word() {
        return !works() ? "down" : troubles().isEmpty() ? "up" : "degraded";
    }
}
