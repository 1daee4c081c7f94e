package org.horarium.assessment.explain;

import org.horarium.assessment.Wording;
import org.horarium.assessment.model.Centre;

/**
 * A change that may help and is not yet checked.
 *
 * @param text what to do
 * @param changed the centre with the change made
 */
record Idea(Wording text, Centre changed) {}
