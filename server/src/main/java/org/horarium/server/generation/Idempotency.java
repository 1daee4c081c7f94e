package org.horarium.server.generation;

/**
 * A caller's name for a request, so that the same request sent twice makes one job.
 *
 * @param key the caller's name
 * @param request what was asked for, as text, to notice when a key is used for something else
 */
public record Idempotency(String key, String request) {
    /** Longest key. */
    public static final int MAX_KEY = 200;
}
