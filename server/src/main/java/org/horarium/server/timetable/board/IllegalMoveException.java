package org.horarium.server.timetable.board;

import java.util.List;
import java.util.Map;
import org.horarium.server.platform.ConflictException;

/** A move would break rules. REST answers 409 with the reasons. */
final class IllegalMoveException extends ConflictException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    IllegalMoveException(List<String> reasons) {
        super("The move breaks a rule: " + String.join(" ", reasons), Map.of("reasons", reasons));
        this.reasons = List.copyOf(reasons);
    }

    /** Which rules, with who is where. */
    List<String> reasons() {
        return reasons;
    }
}
