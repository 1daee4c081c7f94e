/**
 * The way in: {@link org.horarium.assessment.AssessmentPlanner} makes of a centre either a plan with what is proven about
 * it, or a failure that says what is missing and what was checked to help.
 */
@NullMarked
package org.horarium.assessment;

import org.jspecify.annotations.NullMarked;
