/**
 * How the parts of the installation are: the database, Redis, the disk, the processes that take jobs. Looks every few
 * seconds in the background, so that nobody who asks has to wait. Knows no pages.
 */
@NullMarked
package org.horarium.server.platform.health;

import org.jspecify.annotations.NullMarked;
