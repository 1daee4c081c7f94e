package org.horarium.engine.model;

/** Whether a constraint must hold, or what breaking it costs. */
public sealed interface Strength {
    /** Must hold in every plan. */
    Strength HARD = new Hard();

    /** May be broken at a price. */
    static Strength soft(int penalty) {
        return new Soft(penalty);
    }

    /** Must hold: a plan that breaks it is no plan. */
    record Hard() implements Strength {}

    /**
     * May be broken.
     *
     * @param penalty cost for each unit of violation, at least 0; every constraint says what its unit is
     */
    record Soft(int penalty) implements Strength {
        public Soft {
            Checks.range("penalty", penalty, 0, Integer.MAX_VALUE);
        }
    }
}
