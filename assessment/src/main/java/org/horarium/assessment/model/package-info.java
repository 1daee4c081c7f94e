/**
 * An assessment centre and its plan as immutable records.
 *
 * <p>Times are local to the centre's time zone. Records refer to each other by id. Nothing here knows how a plan is
 * found ({@code solve}), checked ({@code verify}) or written to a file.
 */
@NullMarked
package org.horarium.assessment.model;

import org.jspecify.annotations.NullMarked;
