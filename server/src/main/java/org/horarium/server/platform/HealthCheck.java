package org.horarium.server.platform;

import java.util.Locale;

/**
 * A part of the installation whose state {@code /health}, the pages and the metrics tell. Each module offers its own as
 * Spring beans. The texts for people are {@code health.<part>} (its name) and {@code health.<part>.<state>} for each state
 * but {@link State#UP} and {@link State#OFF}.
 */
public interface HealthCheck {
    /** How a part is. */
    enum State {
        /** As it should be. */
        UP,
        /** Not set up, on purpose. */
        OFF,
        /** Works, but not for long. */
        LOW,
        /** Does not work. */
        DOWN;

        /** The word in JSON and in message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether something is to be done. */
        public boolean bad() {
            return this == LOW || this == DOWN;
        }
    }

    /**
     * What was seen.
     *
     * @param state how the part is
     * @param detail for administrators; empty when there is nothing to add. No secrets
     */
    record Seen(State state, String detail) {}

    /** A short word, unique, for example {@code redis}. */
    String part();

    /** Whether nothing works without it. */
    boolean essential();

    /**
     * Looks. Called every few seconds on a thread of its own; may take a few seconds.
     *
     * @throws RuntimeException counts as {@link State#DOWN}
     */
    Seen look();
}
