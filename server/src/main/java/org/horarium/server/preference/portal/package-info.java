/**
 * The portal: the pages that a personal link opens. A link's token is moved into the session by a POST; a GET never changes
 * anything, because mail scanners open links.
 */
@NullMarked
package org.horarium.server.preference.portal;

import org.jspecify.annotations.NullMarked;
