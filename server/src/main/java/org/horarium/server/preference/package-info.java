/**
 * What people would like to give: rounds, personal links, the portal, what was submitted, and how it enters a schedule's
 * college. Knows nothing of how preferences are weighed against each other in the search.
 */
@ApplicationModule(
        displayName = "Preference",
        allowedDependencies = {"access", "audit", "notification", "platform", "schedule"})
@NullMarked
package org.horarium.server.preference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
