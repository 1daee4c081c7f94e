package org.horarium.formats.college.problem;

import java.util.Set;

/**
 * Students with exactly the same memberships: the same subgroup and the same electives. The engine's group.
 *
 * @param id the leaf's id, followed by {@code +course} for each elective taken, in alphabetical order
 * @param name for people
 * @param leaf id of the subgroup, or of the section where it has no subgroups
 * @param size number of students
 * @param electives ids of the elective courses that all of them take
 */
public record Atom(String id, String name, String leaf, int size, Set<String> electives) {
    public Atom {
        electives = Set.copyOf(electives);
    }
}
