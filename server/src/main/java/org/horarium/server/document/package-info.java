/**
 * Files for people: pages printed as PDF, calendars, and tables for spreadsheets. Modules give templates, events or texts and
 * get bytes; this module knows none of them.
 */
@ApplicationModule(
        displayName = "Documents",
        allowedDependencies = {})
@NullMarked
package org.horarium.server.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
