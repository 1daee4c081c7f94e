package org.horarium.server.explanation;

import java.util.List;

/**
 * What can be said about a schedule at once, without solving anything.
 *
 * @param faults what is wrong with the data themselves, in English; nothing else is looked at while there are any
 * @param impossibilities what counting proves
 */
public record Preflight(List<String> faults, List<Findings.Impossible> impossibilities) {
    public Preflight {
        faults = List.copyOf(faults);
        impossibilities = List.copyOf(impossibilities);
    }

    /** Whether nothing speaks against a timetable; that proves nothing. */
    public boolean clear() {
        return faults.isEmpty() && impossibilities.isEmpty();
    }
}
