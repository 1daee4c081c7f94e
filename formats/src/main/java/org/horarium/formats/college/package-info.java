/**
 * A college as one document: the term, who and what there is, and what has to be taught. It is what Horarium JSON holds
 * (docs/formats.md), what the server loads from its database for a schedule, and what is turned into an engine problem.
 *
 * <p>Records refer to each other by id, a short string that is unique within its kind. Times of day are local clock
 * times of the term's zone; the engine's slots are an index into {@link Term#slots()}.
 */
@NullMarked
package org.horarium.formats.college;

import org.jspecify.annotations.NullMarked;
