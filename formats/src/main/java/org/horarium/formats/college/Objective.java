package org.horarium.formats.college;

/**
 * What matters how much; 0 switches a goal off.
 *
 * @param preferences of personnel
 * @param studentGaps idle slots of students
 * @param spread sessions of a course over the week, where it is not a rule
 * @param loadBalance equal load of personnel relative to their limits
 * @param roomFit rooms neither too large nor too far from their purpose
 * @param fairness how preferences of different people are weighed against each other
 */
public record Objective(int preferences, int studentGaps, int spread, int loadBalance, int roomFit, Fairness fairness) {
    /** The balanced default. */
    public static final Objective BALANCED = new Objective(3, 2, 3, 1, 1);

    /** One that looks at the sum of preferences only. */
    public Objective(int preferences, int studentGaps, int spread, int loadBalance, int roomFit) {
        this(preferences, studentGaps, spread, loadBalance, roomFit, Fairness.SUM);
    }

    /** The same with another fairness. */
    public Objective with(Fairness other) {
        return new Objective(preferences, studentGaps, spread, loadBalance, roomFit, other);
    }
}
