package org.horarium.formats.fet;

import org.horarium.engine.model.Strength;

/**
 * FET's weight percentage.
 *
 * @param percent 0 to 100; 100 must hold, 0 means nothing
 */
record FetWeight(double percent) {
    private static final int LARGEST = 10_000;

    boolean hard() {
        return percent >= 100;
    }

    boolean ignored() {
        return percent <= 0;
    }

    /** ⌈w / (100 − w)⌉: 1 up to 50 %, 19 for 95 %, 399 for 99.75 %, never more than ten thousand. */
    int penalty() {
        return ignored() ? 0 : (int) Math.min(LARGEST, Math.ceil(percent / (100 - Math.min(percent, 99.999999))));
    }

    Strength strength() {
        return hard() ? Strength.HARD : Strength.soft(penalty());
    }
}
