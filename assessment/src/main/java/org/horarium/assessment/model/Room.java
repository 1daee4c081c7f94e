package org.horarium.assessment.model;

/**
 * Where sessions take place, one at a time.
 *
 * @param id unique among rooms
 * @param name as shown
 */
public record Room(String id, String name) {}
