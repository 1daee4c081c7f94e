/** What integration tests share: one PostgreSQL and one Redis for the test process, a fresh database for each class. */
@NullMarked
package org.horarium.server.testing;

import org.jspecify.annotations.NullMarked;
