/**
 * Checks a plan against every rule, from the centre and the plan alone. It shares no code with the planner and works on
 * clock times, not on the planner's grid.
 */
@NullMarked
package org.horarium.assessment.verify;

import org.jspecify.annotations.NullMarked;
