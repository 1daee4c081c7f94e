package org.horarium.formats;

import java.util.List;
import org.horarium.engine.model.Problem;

/**
 * A problem read from a foreign format.
 *
 * @param problem the problem
 * @param warnings what the file says and the problem does not (ignored values, unsupported constraints), each with its
 *     place; empty when the problem says all
 */
public record Imported(Problem problem, List<Fault> warnings) {
    public Imported {
        warnings = List.copyOf(warnings);
    }
}
