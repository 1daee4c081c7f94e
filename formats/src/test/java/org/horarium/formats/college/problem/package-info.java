/** Tests of the way from a college to a problem and back. */
@NullMarked
package org.horarium.formats.college.problem;

import org.jspecify.annotations.NullMarked;
