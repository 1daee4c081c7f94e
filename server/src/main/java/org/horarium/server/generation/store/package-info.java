/**
 * Where jobs are kept: {@link org.horarium.server.generation.store.JobStore} and
 * {@link org.horarium.server.generation.store.CheckpointStore} in PostgreSQL,
 * {@link org.horarium.server.generation.store.LiveProgress} in Redis. Knows nothing of searching or of pages.
 */
@NullMarked
package org.horarium.server.generation.store;

import org.jspecify.annotations.NullMarked;
