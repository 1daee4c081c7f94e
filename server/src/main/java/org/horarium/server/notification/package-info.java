/**
 * Mail: other modules put an {@link org.horarium.server.notification.OutgoingMail} into the
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
