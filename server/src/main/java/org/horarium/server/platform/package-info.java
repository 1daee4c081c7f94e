/**
 * What every other module stands on: settings, the embedded services, health, how faults reach the client and the
 * layout of the pages. It knows no business module.
 */
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {})
@NullMarked
package org.horarium.server.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
