/** Who did what and when, append-only. Knows nobody; others tell it. */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {})
@NullMarked
package org.horarium.server.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
