/**
 * Brings data of colleges into the database and out of it: the demo college at a first start; tables from files, looked
 * at first and then written in one transaction; tables to files. It stands above the modules that own the records and
 * knows none of their tables.
 */
@ApplicationModule(
        displayName = "Importing",
        allowedDependencies = {
            "access",
            "assessmentcentre",
            "audit",
            "document",
            "institution :: records",
            "platform",
            "schedule"
        })
@NullMarked
package org.horarium.server.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
