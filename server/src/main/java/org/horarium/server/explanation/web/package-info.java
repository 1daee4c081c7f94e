/**
 * How explanations look from outside: REST, and the tab of a schedule. All rules are in {@link
 * org.horarium.server.explanation.Explanations}; here is only shape.
 */
@NullMarked
package org.horarium.server.explanation.web;

import org.jspecify.annotations.NullMarked;
