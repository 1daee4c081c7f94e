package org.horarium.engine.model;

/** Argument checks whose message carries the name and the value. */
final class Checks {
    private Checks() {}

    static void range(String name, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "The %s (%d) must be between %d and %d.".formatted(name, value, min, max));
        }
    }

    static void notBlank(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("The %s must not be blank.".formatted(name));
        }
    }
}
