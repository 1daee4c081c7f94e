/** Tests of the approval of timetables. */
@NullMarked
package org.horarium.server.approval;

import org.jspecify.annotations.NullMarked;
