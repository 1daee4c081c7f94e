package org.horarium.server.schedule;

import java.util.List;
import java.util.stream.Collectors;

/** What was asked for names something that is not there. Has a message for each field at fault. */
public final class InvalidScopeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldFault> faults;

    /** @param faults what is wrong, at least one */
    public InvalidScopeException(List<FieldFault> faults) {
        super(faults.stream()
                .map(fault -> fault.field() + ": " + fault.message())
                .collect(Collectors.joining("; ")));
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("An InvalidScopeException needs at least one fault.");
        }
        this.faults = List.copyOf(faults);
    }

    /** What is wrong, at least one fault. */
    public List<FieldFault> faults() {
        return faults;
    }

    /**
     * What is wrong with one field.
     *
     * @param field {@code department}, {@code batch}, {@code semester}, {@code academicYear}, or a field of the form for a
     *     new schedule
     * @param message which value, what is wrong with it and what to do
     */
    public record FieldFault(String field, String message) {}
}
