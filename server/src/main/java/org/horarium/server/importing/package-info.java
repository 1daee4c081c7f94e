/**
 * Brings whole colleges into the database: the demo college at a first start. It stands above the modules that own the
 * records and knows none of their tables.
 */
@ApplicationModule(
        displayName = "Importing",
        allowedDependencies = {"access", "assessmentcentre", "audit", "platform", "schedule"})
@NullMarked
package org.horarium.server.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
