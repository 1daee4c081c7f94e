package org.horarium.server.publishing.feed;

import java.time.Instant;
import org.horarium.server.publishing.Subject;

/**
 * A calendar link that somebody has made.
 *
 * @param id to revoke it by
 * @param subject whose week it shows
 * @param label name of the calendar
 * @param createdAt when it was made
 */
public record Feed(long id, Subject subject, String label, Instant createdAt) {}
