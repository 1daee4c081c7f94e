package org.horarium.server.explanation;

import org.jspecify.annotations.Nullable;

/**
 * A record that an answer is about.
 *
 * @param kind path of its kind in the data pages, for example {@code personnel}; null when it has no form of its own
 * @param code its code
 * @param name for people
 */
public record RecordLink(@Nullable String kind, String code, String name) {}
