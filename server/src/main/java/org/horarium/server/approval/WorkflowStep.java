package org.horarium.server.approval;

import java.time.Instant;
import org.horarium.server.timetable.RevisionStatus;
import org.jspecify.annotations.Nullable;

/**
 * A step that was taken; never changed.
 *
 * @param action which
 * @param from status before
 * @param to status after
 * @param contentHash of what was decided on
 * @param actor login of who took it
 * @param at when
 * @param reason what was said; null when nothing was
 */
public record WorkflowStep(
        WorkflowAction action,
        RevisionStatus from,
        RevisionStatus to,
        String contentHash,
        String actor,
        Instant at,
        @Nullable String reason) {}
