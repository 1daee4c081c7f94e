/**
 * Files for people: pages printed as PDF, and calendars. Modules give templates or events and get bytes; this module knows
 * none of them.
 */
@ApplicationModule(
        displayName = "Documents",
        allowedDependencies = {})
@NullMarked
package org.horarium.server.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
