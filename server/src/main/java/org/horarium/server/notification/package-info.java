/**
 * Telling people: other modules tell the {@link org.horarium.server.notification.NoticeDesk} what has happened to whom, and it
 * reaches each by the ways that the person has chosen, mail, the inbox of the pages, or both. Below it is mail alone: modules
 * put an {@link org.horarium.server.notification.OutgoingMail} into the
 * {@link org.horarium.server.notification.Outbox}, in the transaction of what it tells of; it is sent from there, with
 * retries, and stays readable. Knows nothing of what the mails are about.
 */
@ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {"access", "audit", "platform"})
@NullMarked
package org.horarium.server.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
