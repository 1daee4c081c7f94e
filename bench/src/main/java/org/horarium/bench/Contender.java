package org.horarium.bench;

/** A program that solves instances: ours or a peer. */
interface Contender {
    /** Name for the table. */
    String name();

    /** Solves an instance within the limits; its plan is judged by the verifier. */
    Run run(Instance instance, Limits limits);
}
