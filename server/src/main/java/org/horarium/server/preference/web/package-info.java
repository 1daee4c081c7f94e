/** The Personnel tab of a schedule: the round, its people, and what there is to decide. */
@NullMarked
package org.horarium.server.preference.web;

import org.jspecify.annotations.NullMarked;
