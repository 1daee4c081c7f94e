package org.horarium.formats.college;

/** How the preferences of different people are weighed against each other. */
public enum Fairness {
    /** All that counts is the sum over everybody. */
    SUM,
    /** Whoever is worst off is lifted first, then the next, and only then the sum. */
    LEXIMIN
}
