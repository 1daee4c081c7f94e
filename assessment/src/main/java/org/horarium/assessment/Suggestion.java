package org.horarium.assessment;

import org.horarium.assessment.model.Centre;

/**
 * A change that helps: the changed centre was planned before it is suggested.
 *
 * @param text what to do: {@code Add 1 more day.}
 * @param changed the centre with the change made
 */
public record Suggestion(Wording text, Centre changed) {}
