package org.horarium.assessment;

/** Why there is no plan, for programs. */
public enum FailureCode {
    INSUFFICIENT_DAYS,
    INSUFFICIENT_ROOMS,
    INSUFFICIENT_ASSESSORS,
    CANNOT_FORM_GROUPS,
    CONTINUITY_IMPOSSIBLE,
    NO_SOLUTION_FOUND,
    INVALID_INPUT
}
