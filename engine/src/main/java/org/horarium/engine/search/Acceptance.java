package org.horarium.engine.search;

import org.horarium.engine.state.Ledger;

/**
 * Metropolis acceptance with the threshold drawn first (a move is taken when its energy rises by at most {@code −T ln u}),
 * which lets an evaluation stop as soon as that cannot be met.
 *
 * <p>Energy is {@code hardWeight × hard + soft}. Once <i>strict</i>, no move that raises the hard part is ever taken.
 */
final class Acceptance {
    private final Rng rng;
    private double temperature;
    private double hardWeight = 1000;
    private boolean strict;

    Acceptance(Rng rng) {
        this.rng = rng;
    }

    double threshold() {
        return temperature * rng.exponential();
    }

    boolean accepts(long hardChange, long softChange, double threshold) {
        if (strict && hardChange > 0) {
            return false;
        }
        return hardWeight * hardChange + softChange <= threshold;
    }

    /** Whether the ledger, after a compound move that began at the given score, may stay as it is. */
    boolean acceptsChangeSince(Ledger ledger, long hardBefore, long softBefore, double threshold) {
        return accepts(ledger.hard() - hardBefore, ledger.soft() - softBefore, threshold);
    }

    boolean strict() {
        return strict;
    }

    void setStrict(boolean strict) {
        this.strict = strict;
    }

    void setTemperature(double temperature) {
        this.temperature = temperature;
    }

    double temperature() {
        return temperature;
    }

    double hardWeight() {
        return hardWeight;
    }

    void setHardWeight(double hardWeight) {
        this.hardWeight = hardWeight;
    }
}
