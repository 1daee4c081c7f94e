/**
 * Measurements of the university demo, run by hand only: their names do not match what a build runs, and they claim nothing. What
 * they print is kept in docs/operations.md.
 */
@NullMarked
package org.horarium.server.figures;

import org.jspecify.annotations.NullMarked;
