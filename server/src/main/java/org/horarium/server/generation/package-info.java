/**
 * Generation jobs: somebody asks for a timetable, a worker makes it in the background, everybody entitled can watch.
 *
 * <ul>
 *   <li>this package: what a job is, and {@link org.horarium.server.generation.GenerationJobs what can be done with one};
 *   <li>{@code store}: jobs and checkpoints in PostgreSQL, live progress in Redis;
 *   <li>{@code worker}: taking a job from the queue, searching, saving the result; survives being killed;
 *   <li>{@code web}: REST, web socket and pages.
 * </ul>
 *
 * <p>PostgreSQL holds everything that must not be lost; Redis only what is live. A job goes on without Redis.
 */
@NullMarked
package org.horarium.server.generation;

import org.jspecify.annotations.NullMarked;
