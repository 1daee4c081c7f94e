package org.horarium.engine.model;

/**
 * A person in a role of an event.
 *
 * @param role name of the {@link StaffNeed#role() role}
 * @param person id of the {@link Person}
 */
public record StaffAssignment(String role, String person) {}
