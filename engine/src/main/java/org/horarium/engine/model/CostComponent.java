package org.horarium.engine.model;

/** What a cost is for. The total of a plan is the sum over its components, each times its {@link Weights weight}. */
public enum CostComponent {
    /** Penalties of chosen times. */
    TIME,
    /** Penalties of chosen rooms: wasted seats, missing seats, unloved rooms. */
    ROOM,
    /** Penalties of chosen people: preferences not met. */
    STAFF,
    /** Pairs of events that a student cannot both attend. */
    STUDENT,
    /** Soft {@link Distribution} constraints. */
    DISTRIBUTION,
    /** Soft calendar rules of groups: gaps, long days, isolated events. */
    GROUP_DAY,
    /** Soft calendar rules of people. */
    PERSON_DAY,
    /** Sessions of a course too close together, or on too few days. */
    SPREAD,
    /** Uneven load of people. */
    LOAD,
    /** Many rooms or many people for one course. */
    STABILITY,
    /** Too much of something at the same time. */
    CAPACITY,
    /** Events moved away from a reference plan. */
    CHANGE,
    /** Some people's preferences passed over much more than others'. */
    FAIRNESS
}
