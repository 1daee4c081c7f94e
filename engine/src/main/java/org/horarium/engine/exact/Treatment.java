package org.horarium.engine.exact;

/** How a model treats each hard rule: {@link #KEEP}, {@link #LEAVE_OUT}, or a price from 1 for breaking it. */
@FunctionalInterface
public interface Treatment {
    /** The rule holds. */
    long KEEP = 0;

    /** The rule is not looked at. */
    long LEAVE_OUT = -1;

    /** What becomes of a rule. */
    long of(Rule rule);

    /** All rules hold. */
    static Treatment keepAll() {
        return rule -> KEEP;
    }
}
