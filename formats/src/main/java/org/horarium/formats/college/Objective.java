package org.horarium.formats.college;

/**
 * What matters how much; 0 switches a goal off.
 *
 * @param preferences of personnel
 * @param studentGaps idle slots of students
 * @param spread sessions of a course over the week, where it is not a rule
 * @param loadBalance equal load of personnel relative to their limits
 * @param roomFit rooms neither too large nor too far from their purpose
 */
public record Objective(int preferences, int studentGaps, int spread, int loadBalance, int roomFit) {
    /** The balanced default. */
    public static final Objective BALANCED = new Objective(3, 2, 3, 1, 1);
}
