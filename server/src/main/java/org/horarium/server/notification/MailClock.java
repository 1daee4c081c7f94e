package org.horarium.server.notification;

import org.horarium.server.platform.Ticker;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Lets the {@link MailDelivery} look every few seconds ({@code horarium.mail.every-seconds}; 0 for never). */
@Component
class MailClock extends Ticker {
    MailClock(MailDelivery delivery, MailServer server, @Value("${horarium.mail.every-seconds:2}") int everySeconds) {
        super("mail", server.isThere() ? everySeconds : 0, delivery::deliverDue);
    }
}
