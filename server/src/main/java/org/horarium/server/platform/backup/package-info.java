/**
 * Backup and restore of the built-in PostgreSQL: all tables of one moment in one file, with checksums. The bundle has no
 * {@code pg_dump}; why the file is as it is: docs/decisions/0017-workers-and-operations.md. Knows nothing of Spring: the
 * commands run without the application.
 */
@NullMarked
package org.horarium.server.platform.backup;

import org.jspecify.annotations.NullMarked;
