package org.horarium.server.assessmentcentre;

import java.time.Instant;
import java.util.UUID;

/**
 * A secret link to the own sheet and calendar of one person. The secret itself is shown once and not kept.
 *
 * @param id to revoke it by
 * @param centreId the centre
 * @param kind whether a participant or an assessor
 * @param person their id in the centre
 * @param createdAt when it was made
 * @param expiresAt when it ends by itself
 */
public record PersonLink(
        long id, UUID centreId, PersonKind kind, String person, Instant createdAt, Instant expiresAt) {}
