package org.horarium.server.generation;

import java.time.Instant;
import java.util.UUID;
import org.horarium.engine.variant.Variant;

/**
 * A timetable that a job has made, without what it holds.
 *
 * @param id its key
 * @param job the job that made it
 * @param variant what it favours
 * @param figures by which it is compared with the others
 * @param elapsedMs search time of the job when it was ready, in milliseconds
 * @param madeAt when it was ready
 * @param comments how many there are about it
 */
public record JobVariant(
        UUID id, UUID job, Variant variant, VariantFigures figures, long elapsedMs, Instant madeAt, int comments) {}
