package org.horarium.server.institution.records;

import java.util.List;

/**
 * What a set of edits would do.
 *
 * @param changes each record once, also those that stay as they are
 * @param faults everything that stands in the way; with any, nothing is written
 */
public record ChangePlan(List<Planned> changes, List<RecordFault> faults) {
    public ChangePlan {
        changes = List.copyOf(changes);
        faults = List.copyOf(faults);
    }

    /** A change and where it was asked for. */
    public record Planned(RecordEdit.Origin origin, RecordChange change) {}

    /** Whether it can be written. */
    public boolean possible() {
        return faults.isEmpty();
    }

    /** How many records of a kind get a status. */
    public long count(RecordKind kind, RecordChange.Status status) {
        return changes.stream()
                .filter(planned ->
                        planned.change().kind() == kind && planned.change().status() == status)
                .count();
    }

    /** The changes without those that change nothing. */
    public List<RecordChange> effective() {
        return changes.stream()
                .map(Planned::change)
                .filter(change -> change.status() != RecordChange.Status.UNCHANGED)
                .toList();
    }
}
