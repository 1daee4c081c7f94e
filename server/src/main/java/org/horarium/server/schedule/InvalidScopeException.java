package org.horarium.server.schedule;

import java.util.List;
import org.horarium.server.platform.InputError;
import org.horarium.server.platform.InvalidInputException;

/** What was asked for names something that is not there. Has a message for each field at fault. */
public final class InvalidScopeException extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldFault> faults;

    /** @param faults what is wrong, at least one */
    public InvalidScopeException(List<FieldFault> faults) {
        super(faults.stream()
                .map(fault -> new InputError("/" + fault.field(), fault.message()))
                .toList());
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
