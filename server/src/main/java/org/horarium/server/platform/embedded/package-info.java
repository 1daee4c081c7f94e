/**
 * A PostgreSQL and a Redis of our own, for a start without any installation: binaries from the class path, data in the
 * application's data folder. Knows nothing of Spring, so that it can run before the context and in any test. Why it is
 * our own launcher: docs/decisions/0001-embedded-services.md.
 */
@NullMarked
package org.horarium.server.platform.embedded;

import org.jspecify.annotations.NullMarked;
