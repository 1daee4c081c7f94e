/**
 * The application. One package below this for each business module (docs/architecture.md); what another module may use
 * lies directly in a module's package, everything else is package-private or in {@code internal}.
 */
@NullMarked
package org.horarium.server;

import org.jspecify.annotations.NullMarked;
