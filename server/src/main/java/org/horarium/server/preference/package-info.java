/** What people would like to give: the preferences themselves. Knows nothing of how they are weighed against each other. */
@ApplicationModule(
        displayName = "Preference",
        allowedDependencies = {})
@NullMarked
package org.horarium.server.preference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
