package org.horarium.server.generation;

import java.time.Instant;
import org.horarium.engine.variant.Variant;
import org.jspecify.annotations.Nullable;

/**
 * That a variant was made the draft of its schedule.
 *
 * @param variant which
 * @param revision key of the draft revision
 * @param number of the revision in its schedule
 * @param by login of who chose it; null for the first one, which the job chooses by itself
 * @param at when
 */
public record VariantChoice(
        Variant variant,
        long revision,
        int number,
        @Nullable String by,
        Instant at) {}
