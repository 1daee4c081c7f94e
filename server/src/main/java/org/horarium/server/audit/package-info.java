/** Who did what and when, append-only, and the page that shows it. Knows nobody; others tell it. */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"platform"})
@NullMarked
package org.horarium.server.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
