/** Calendars that follow what is published, and the secrets that open them. */
@NullMarked
package org.horarium.server.publishing.feed;

import org.jspecify.annotations.NullMarked;
