/**
 * What a suggestion means for the records of the college and the pins of the schedule, and carrying it out in one
 * transaction.
 */
@NullMarked
package org.horarium.server.explanation.remedy;

import org.jspecify.annotations.NullMarked;
