package org.horarium.server.generation.compare;

import java.util.Set;
import org.horarium.server.timetable.NewRevision;
import org.horarium.server.timetable.Perspective;
import org.horarium.server.timetable.RevisionDiff;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two variants of a job.
 *
 * @param before the one
 * @param after the other
 * @param diff the differences
 */
public record VariantChanges(NewRevision before, NewRevision after, RevisionDiff diff) {
    /**
     * Compares two variants.
     *
     * @param by whose week is looked at; null for all
     * @param of id of the group, person or room; null for all. An unknown one has no activities
     */
    public static VariantChanges between(
            NewRevision before, NewRevision after, @Nullable Perspective by, @Nullable String of) {
        if (by == null || of == null) {
            return new VariantChanges(before, after, RevisionDiff.between(before.activities(), after.activities()));
        }
        Set<String> ids = by.related(after.frame(), of);
        return new VariantChanges(
                before, after, RevisionDiff.between(before.activities(), after.activities(), a -> by.concerns(a, ids)));
    }
}
