/**
 * How jobs look from outside: REST ({@code JobController}), web socket ({@code ProgressSocket}) and pages
 * ({@code JobPages}, {@code GenerationForm}). All rules are in
 * {@link org.horarium.server.generation.GenerationJobs}; here is only shape.
 */
@NullMarked
package org.horarium.server.generation.web;

import org.jspecify.annotations.NullMarked;
