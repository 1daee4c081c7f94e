package org.horarium.engine.model;

import java.util.List;

/**
 * Somebody who gives events. Nobody is at two events at the same time.
 *
 * @param id unique among people
 * @param name for people
 * @param unavailable when the person cannot be scheduled; hard
 */
public record Person(String id, String name, List<TimePattern> unavailable) {
    public Person {
        Checks.notBlank("person id", id);
        unavailable = List.copyOf(unavailable);
    }
}
