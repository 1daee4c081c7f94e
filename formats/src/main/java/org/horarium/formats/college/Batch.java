package org.horarium.formats.college;

import java.util.List;

/**
 * A cohort of students.
 *
 * @param id unique among batches, sections and subgroups
 * @param name for people
 * @param department id of its department
 * @param semester of study
 * @param sections parallel classes, at least one
 */
public record Batch(String id, String name, String department, int semester, List<Section> sections) {
    public Batch {
        sections = List.copyOf(sections);
    }

    /**
     * Students who hear lectures together.
     *
     * @param id unique among batches, sections and subgroups
     * @param name for people
     * @param size number of students; must be the sum of the subgroups where there are any
     * @param subgroups for labs; may be empty
     */
    public record Section(String id, String name, int size, List<Subgroup> subgroups) {
        public Section {
            subgroups = List.copyOf(subgroups);
        }
    }

    /**
     * Students who do labs together.
     *
     * @param id unique among batches, sections and subgroups
     * @param name for people
     * @param size number of students
     */
    public record Subgroup(String id, String name, int size) {}
}
