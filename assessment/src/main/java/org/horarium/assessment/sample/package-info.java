/** Invented centres for tests, benchmarks and demonstrations. The same seed gives the same centre. */
@NullMarked
package org.horarium.assessment.sample;

import org.jspecify.annotations.NullMarked;
