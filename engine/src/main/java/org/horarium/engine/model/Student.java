package org.horarium.engine.model;

import java.util.List;

/**
 * A student with course demands, sectioned into classes by the engine.
 *
 * @param id unique among students
 * @param courses ids of the {@link Course}s taken, each at most once
 */
public record Student(String id, List<String> courses) {
    public Student {
        Checks.notBlank("student id", id);
        courses = List.copyOf(courses);
    }
}
