package org.horarium.assessment;

/**
 * What there is and what is needed.
 *
 * @param resource of what: {@code days}, {@code rooms of business-case}, …
 * @param current how many there are
 * @param required how many are needed
 */
public record Shortage(Wording resource, int current, int required) {}
