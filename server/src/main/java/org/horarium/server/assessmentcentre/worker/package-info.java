/**
 * Planning in the background: {@link org.horarium.server.assessmentcentre.worker.CentrePlanning} is called by the queue,
 * {@link org.horarium.server.assessmentcentre.worker.PlanningOutcomes} saves how an attempt ended. Knows nothing of pages
 * and requests.
 *
 * <p>What keeps a job safe is what keeps generation jobs safe: the entry of the queue is part of the transaction that makes
 * the job, each write names its attempt, and the result is one transaction.
 */
@NullMarked
package org.horarium.server.assessmentcentre.worker;

import org.jspecify.annotations.NullMarked;
