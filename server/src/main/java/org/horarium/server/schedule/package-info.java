/**
 * Schedules: one planning of one term for some departments and batches, with its status and its pins. Says what belongs
 * to a schedule and hands it out as a {@link org.horarium.formats.college.College} document; knows nothing of how
 * timetables are made, shown or approved.
 */
@ApplicationModule(
        displayName = "Schedule",
        allowedDependencies = {"access", "audit", "institution", "institution :: records", "platform"})
@NullMarked
package org.horarium.server.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
