package org.horarium.server.institution;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where students belong. */
public interface StudentMemberships {
    /**
     * Group and electives of a student.
     *
     * @param student code of the student
     * @return nothing when there is no such student
     */
    Optional<Membership> of(String student);

    /**
     * The students of some groups.
     *
     * @param groups codes of subgroups, or of sections without subgroups
     */
    List<Student> in(Collection<String> groups);

    /**
     * Where a student belongs.
     *
     * @param group code of the subgroup, or of the section where it has no subgroups
     * @param electives codes of the elective courses taken
     */
    record Membership(String group, List<String> electives) {
        public Membership {
            electives = List.copyOf(electives);
        }
    }

    /**
     * A student.
     *
     * @param code of the student
     * @param membership where they belong
     */
    record Student(String code, Membership membership) {}
}
