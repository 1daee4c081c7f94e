package org.horarium.server.generation;

import java.time.Instant;

/**
 * What somebody said about a variant.
 *
 * @param author login
 * @param at when
 * @param text what
 */
public record VariantComment(String author, Instant at, String text) {}
