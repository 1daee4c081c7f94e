package org.horarium.server.approval;

import org.horarium.server.timetable.RevisionSummary;

/**
 * Somebody took a step with a revision. Told in the transaction of the step.
 *
 * @param revision as it is after the step; its job is null when it was made by hand
 * @param step what was done
 */
public record WorkflowStepTaken(RevisionSummary revision, WorkflowStep step) {}
