/** A plan on paper and in calendars: each person's own sheet, the door of each room, the coordinator's overview. */
@NullMarked
package org.horarium.server.assessmentcentre.sheet;

import org.jspecify.annotations.NullMarked;
