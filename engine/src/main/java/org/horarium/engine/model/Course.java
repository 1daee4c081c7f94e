package org.horarium.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A course that individual students demand. A student of it attends one configuration, and in it one class of every
 * subpart (ITC-2019, section "Courses").
 *
 * @param id unique among courses
 * @param configs alternatives, of which each student takes one
 */
public record Course(String id, List<Config> configs) {
    public Course {
        Checks.notBlank("course id", id);
        configs = List.copyOf(configs);
    }

    /**
     * One way to take a course.
     *
     * @param id unique among all configurations
     * @param subparts of each of which a student attends one class
     */
    public record Config(String id, List<Subpart> subparts) {
        public Config {
            subparts = List.copyOf(subparts);
        }
    }

    /**
     * Parallel classes.
     *
     * @param id unique among all subparts
     * @param classes of which a student attends one
     */
    public record Subpart(String id, List<SectionedClass> classes) {
        public Subpart {
            classes = List.copyOf(classes);
        }
    }

    /**
     * An event that students are sectioned into.
     *
     * @param event id of the {@link Event}
     * @param limit largest number of students; {@link Integer#MAX_VALUE} when unlimited
     * @param parent event id of the class of another subpart that a student of this class must attend too; null for none
     */
    public record SectionedClass(
            String event, int limit, @Nullable String parent) {
        public SectionedClass {
            Checks.range("limit", limit, 0, Integer.MAX_VALUE);
        }
    }
}
