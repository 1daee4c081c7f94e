package org.horarium.formats.college;

import org.jspecify.annotations.Nullable;

/**
 * How much a person would like to give the activities of a template. No record at all means unranked.
 *
 * @param person id of the {@link Personnel}
 * @param template id of the {@link ActivityTemplate}
 * @param bucket how much
 * @param order position inside the bucket, from 1; null when not ordered
 * @param reason why not; needed for {@link Bucket#CANNOT}
 */
public record Preference(
        String person,
        String template,
        Bucket bucket,
        @Nullable Integer order,
        @Nullable String reason) {
    /** How much a person would like to. */
    public enum Bucket {
        /** Very gladly. */
        STRONGLY_PREFER,
        /** Gladly. */
        PREFER,
        /** Neither. */
        NEUTRAL,
        /** Only if need be. */
        RATHER_NOT,
        /** Not at all; hard. */
        CANNOT
    }
}
