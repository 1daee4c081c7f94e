/**
 * What can be wrong with a college: {@link CollegeChecks} finds all of it at once, for documents that were read and for
 * colleges that a program put together. It looks for what is wrong with certainty and can be seen without a search.
 */
@NullMarked
package org.horarium.formats.college.check;

import org.jspecify.annotations.NullMarked;
