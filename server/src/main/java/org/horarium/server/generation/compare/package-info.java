/**
 * Variants side by side: {@link org.horarium.server.generation.compare.KpiMatrix figures with the best of each row},
 * {@link org.horarium.server.generation.compare.VariantCharts charts}, and
 * {@link org.horarium.server.generation.compare.VariantChanges what is different} between two. Computes from records alone;
 * knows nothing of the database, of requests and of the reader's language.
 */
@NullMarked
package org.horarium.server.generation.compare;

import org.jspecify.annotations.NullMarked;
