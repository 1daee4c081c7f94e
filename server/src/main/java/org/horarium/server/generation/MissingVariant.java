package org.horarium.server.generation;

import org.horarium.engine.variant.Variant;

/**
 * A variant that was wanted and could not be made.
 *
 * @param variant which
 * @param reason why, with numbers
 */
public record MissingVariant(Variant variant, String reason) {}
