/**
 * Curriculum-based course timetabling as a Timefold user would model it: planning entities, constraint streams and the
 * solver's default phases. It measures the peer, so it is written to be fair to it, not to be fast in some other way.
 */
@NullMarked
package org.horarium.bench.timefold;

import org.jspecify.annotations.NullMarked;
