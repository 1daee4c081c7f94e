/**
 * Numbers for Prometheus under {@code /metrics}: requests and the machine as this process sees them, and what the modules
 * tell of all processes ({@link org.horarium.server.platform.Figures}).
 */
@NullMarked
package org.horarium.server.platform.web.metrics;

import org.jspecify.annotations.NullMarked;
