/**
 * Rounds: who is asked until when, personal links, invitations and reminders, how far everybody is, and vetoes to decide. For
 * the people who look after a schedule. Knows nothing of the portal's pages.
 */
@NullMarked
package org.horarium.server.preference.round;

import org.jspecify.annotations.NullMarked;
