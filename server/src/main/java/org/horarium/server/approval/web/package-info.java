/** REST and pages of the approval of timetables. */
@NullMarked
package org.horarium.server.approval.web;

import org.jspecify.annotations.NullMarked;
