/**
 * Why there is no plan, and what helps. Structure first (counting, no search), then changes of the centre that are
 * planned one by one; only what was planned is suggested.
 */
@NullMarked
package org.horarium.assessment.explain;

import org.jspecify.annotations.NullMarked;
