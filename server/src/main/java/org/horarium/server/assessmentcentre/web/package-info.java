/**
 * How centres look from outside: REST ({@code …Api}) and pages ({@code …Pages}). All rules are in the services of the
 * package above; here is only shape.
 */
@NullMarked
package org.horarium.server.assessmentcentre.web;

import org.jspecify.annotations.NullMarked;
