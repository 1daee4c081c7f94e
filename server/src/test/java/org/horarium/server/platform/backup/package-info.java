/** Tests of backups, against a real PostgreSQL. */
@NullMarked
package org.horarium.server.platform.backup;

import org.jspecify.annotations.NullMarked;
