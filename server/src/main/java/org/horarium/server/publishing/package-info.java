/**
 * Timetables as people take them home: calendar feeds of what is in force, and files (PDF, XLSX, CSV, ICS, JSON) of one
 * revision, stamped with its number and time.
 *
 * <ul>
 *   <li>{@link org.horarium.server.publishing.Subject}: whose week it is about;
 *   <li>{@code feed}: calendars that follow what is published, and the secrets that open them;
 *   <li>{@code file}: one format each;
 *   <li>{@code web}: where they are fetched.
 * </ul>
 *
 * Knows nothing of how timetables are made or approved.
 */
@NullMarked
package org.horarium.server.publishing;

import org.jspecify.annotations.NullMarked;
