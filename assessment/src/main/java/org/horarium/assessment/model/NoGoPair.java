package org.horarium.assessment.model;

/**
 * This assessor never assesses this participant.
 *
 * @param participant id
 * @param assessor id
 */
public record NoGoPair(String participant, String assessor) {}
