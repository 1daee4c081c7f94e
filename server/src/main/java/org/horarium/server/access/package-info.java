/**
 * Who may come in and what they may touch: accounts, roles, department scope, login, API tokens. Other modules take an
 * {@link org.horarium.server.access.Actor} as a controller argument or from {@link org.horarium.server.access.Actors}
 * and ask it; this module knows departments, personnel and students by their codes only.
 */
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"platform", "audit"})
@NullMarked
package org.horarium.server.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
