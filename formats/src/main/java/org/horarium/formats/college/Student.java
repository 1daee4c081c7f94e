package org.horarium.formats.college;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A student.
 *
 * @param id unique among students
 * @param name for people
 * @param email address for notices
 * @param group id of the subgroup, or of the section where it has no subgroups
 * @param electives ids of the elective courses taken
 */
public record Student(String id, String name, @Nullable String email, String group, List<String> electives) {
    public Student {
        electives = List.copyOf(electives);
    }
}
