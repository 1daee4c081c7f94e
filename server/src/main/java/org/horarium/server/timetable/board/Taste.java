package org.horarium.server.timetable.board;

import java.util.List;
import java.util.Locale;

/**
 * How somebody likes to see the board.
 *
 * @param density how much is in a card
 * @param zoom in percent, one of {@link #ZOOMS}
 */
public record Taste(Density density, int zoom) {
    /** The steps of zoom, in percent. */
    public static final List<Integer> ZOOMS = List.of(60, 80, 100, 125, 150);

    /** Of those who have not said anything. */
    static final Taste USUAL = new Taste(Density.NORMAL, 100);

    /** The next step of zoom for an unknown one is 100. */
    public Taste {
        zoom = ZOOMS.contains(zoom) ? zoom : 100;
    }

    /** How much is in a card. */
    public enum Density {
        /** The name only, low rows. */
        COMPACT,
        /** Everything. */
        NORMAL,
        /** Everything, with room around it. */
        ROOMY;

        /** The word in the database, in classes and in message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
