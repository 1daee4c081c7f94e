/**
 * The worker: {@link org.horarium.server.generation.worker.TimetableGeneration} is called by the queue,
 * {@link org.horarium.server.generation.worker.GenerationRun} makes one attempt at a job,
 * {@link org.horarium.server.generation.worker.Outcomes} saves how it ended. Knows nothing of pages and requests.
 *
 * <p>What keeps a job safe: the queue entry is written in the transaction that makes the job; a worker that dies is noticed
 * by its missing heartbeats, and another one (or the same, started again) begins the next attempt; each write names its
 * attempt, so that a worker that was only asleep can't write any more; the result is one transaction.
 */
@NullMarked
package org.horarium.server.generation.worker;

import org.jspecify.annotations.NullMarked;
