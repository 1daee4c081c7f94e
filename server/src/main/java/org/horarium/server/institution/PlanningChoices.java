package org.horarium.server.institution;

import java.util.List;

/** What a timetable can be asked for: departments with their batches, and academic years. */
public interface PlanningChoices {
    /** The departments that have batches, by name, each with its batches. */
    List<Department> departments();

    /** The academic years that have terms: the one that runs now first, then those to come, then past ones. */
    List<String> academicYears();

    /**
     * A department.
     *
     * @param code its code
     * @param name for people
     * @param batches in the order in which they were entered
     */
    record Department(String code, String name, List<Batch> batches) {
        public Department {
            batches = List.copyOf(batches);
        }
    }

    /**
     * A batch.
     *
     * @param code its code
     * @param name for people
     * @param semester of study
     */
    record Batch(String code, String name, int semester) {}
}
