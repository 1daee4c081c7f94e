package org.horarium.engine.model;

import java.util.List;

/** A problem whose parts do not fit together; carries every fault found, not only the first. */
public final class InvalidProblemException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    public InvalidProblemException(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
        this.faults = List.copyOf(faults);
    }

    /** One sentence each, naming record and value. */
    public List<String> faults() {
        return faults;
    }
}
