/**
 * The life of a timetable after it was made: somebody submits a revision, somebody else approves it, rejects it or asks for
 * changes, an administrator publishes it.
 *
 * <ul>
 *   <li>{@link org.horarium.server.approval.WorkflowAction}: every step that there is, from where to where;
 *   <li>{@link org.horarium.server.approval.Workflow}: takes them, with row rules, four eyes, and one winner of two;
 *   <li>{@code web}: REST, the dashboard and the review tab of a schedule.
 * </ul>
 *
 * <p>Others learn of a step by the events {@link org.horarium.server.approval.WorkflowStepTaken} and {@link
 * org.horarium.server.approval.TimetablePublished}, in the transaction of the step; {@code Notices} writes the mails about
 * them. This module knows of jobs only their keys.
 */
@NullMarked
package org.horarium.server.approval;

import org.jspecify.annotations.NullMarked;
