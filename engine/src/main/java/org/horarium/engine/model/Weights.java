package org.horarium.engine.model;

/**
 * Multipliers of the cost components that options carry; constraints carry their own penalties, multiplied by
 * {@code distribution} where they are {@link Distribution} constraints.
 *
 * @param time of {@link TimeOption#penalty()}
 * @param room of {@link RoomOption#penalty()}
 * @param staff of {@link PersonOption#penalty()}
 * @param distribution of soft {@link Distribution} constraints
 * @param student of each student conflict
 */
public record Weights(int time, int room, int staff, int distribution, int student) {
    /** Every component counts once. */
    public static final Weights ONE = new Weights(1, 1, 1, 1, 1);

    public Weights {
        Checks.range("time weight", time, 0, 1_000_000);
        Checks.range("room weight", room, 0, 1_000_000);
        Checks.range("staff weight", staff, 0, 1_000_000);
        Checks.range("distribution weight", distribution, 0, 1_000_000);
        Checks.range("student weight", student, 0, 1_000_000);
    }
}
