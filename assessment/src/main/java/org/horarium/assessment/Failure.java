package org.horarium.assessment;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why there is no plan, and what helps. Every suggestion was checked by planning the changed centre. */
public sealed interface Failure {
    /** For programs. */
    FailureCode code();

    /** What is wrong, with the numbers, for people. */
    Wording message();

    /** What there is and what is needed; empty where no number says it. */
    default List<Shortage> shortages() {
        return List.of();
    }

    /** What helps; empty when nothing that was tried does. */
    default List<Suggestion> suggestions() {
        return List.of();
    }

    /** The sessions do not fit into the days. */
    record InsufficientDays(Wording message, List<Shortage> shortages, List<Suggestion> suggestions)
            implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.INSUFFICIENT_DAYS;
        }
    }

    /** An assessment has no room, or too few. */
    record InsufficientRooms(Wording message, List<Shortage> shortages, List<Suggestion> suggestions)
            implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.INSUFFICIENT_ROOMS;
        }
    }

    /** An assessment has no assessor, or too few; or nobody may lead a group through all that it does. */
    record InsufficientAssessors(Wording message, List<Shortage> shortages, List<Suggestion> suggestions)
            implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.INSUFFICIENT_ASSESSORS;
        }
    }

    /** There are too few participants for one group. */
    record CannotFormGroups(Wording message, List<Shortage> shortages, List<Suggestion> suggestions)
            implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.CANNOT_FORM_GROUPS;
        }
    }

    /** Absences or no-go pairs keep every assessor from leading the groups through all that they do. */
    record ContinuityImpossible(Wording message, List<Shortage> shortages, List<Suggestion> suggestions)
            implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.CONTINUITY_IMPOSSIBLE;
        }
    }

    /**
     * Nothing was found in the time given, and it is not proven that there is nothing.
     *
     * @param bound no plan ends before this time; null when not known
     */
    record NoSolutionFound(
            Wording message,
            List<Shortage> shortages,
            List<Suggestion> suggestions,
            @Nullable LocalDateTime bound) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.NO_SOLUTION_FOUND;
        }
    }

    /**
     * The centre itself is faulty: what a reader of files reports.
     *
     * @param faults each with its place
     */
    record InvalidInput(Wording message, List<String> faults) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.INVALID_INPUT;
        }
    }
}
