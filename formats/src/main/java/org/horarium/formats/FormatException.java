package org.horarium.formats;

import java.util.List;
import java.util.stream.Collectors;

/** An input that can't be used. Every reader throws it, with all the faults it found and not only the first. */
public final class FormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** @param faults what is wrong, at least one */
    public FormatException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining(System.lineSeparator())));
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("A FormatException needs at least one fault.");
        }
        this.faults = List.copyOf(faults);
    }

    /**
     * A single fault.
     *
     * @param where the place, see {@link Fault#where()}
     * @param message what is wrong, see {@link Fault#message()}
     */
    public FormatException(String where, String message) {
        this(List.of(new Fault(where, message)));
    }

    /** What is wrong, at least one fault, in the order of the input. */
    public List<Fault> faults() {
        return faults;
    }
}
