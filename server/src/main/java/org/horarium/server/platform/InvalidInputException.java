package org.horarium.server.platform;

import java.util.List;

/** Input that can't be used; tells all faults at once. REST answers 400 with {@code errors[]}. */
public class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<InputError> errors;

    /** @param errors what is wrong, at least one */
    public InvalidInputException(List<InputError> errors) {
        super(errors.isEmpty() ? "Invalid input." : errors.get(0).detail());
        this.errors = List.copyOf(errors);
    }

    /**
     * A single fault.
     *
     * @param pointer see {@link InputError#pointer()}
     * @param detail see {@link InputError#detail()}
     */
    public InvalidInputException(String pointer, String detail) {
        this(List.of(new InputError(pointer, detail)));
    }

    /** What is wrong, in the order of the input. */
    public List<InputError> errors() {
        return errors;
    }
}
