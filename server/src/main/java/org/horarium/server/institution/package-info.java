/**
 * The college: departments, buildings, rooms, equipment, terms, batches with sections and subgroups, students, personnel,
 * courses and their activity templates. Knows nothing of preferences, schedules or timetables, which refer to its
 * records by id.
 */
@ApplicationModule(
        displayName = "Institution",
        allowedDependencies = {"access", "audit", "platform"})
@NullMarked
package org.horarium.server.institution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
