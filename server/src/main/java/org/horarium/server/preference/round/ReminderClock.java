package org.horarium.server.preference.round;

import org.horarium.server.platform.Ticker;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Lets the {@link Reminders} look twice a minute ({@code horarium.reminders.every-seconds}; 0 for never). */
@Component
class ReminderClock extends Ticker {
    ReminderClock(Reminders reminders, @Value("${horarium.reminders.every-seconds:30}") int everySeconds) {
        super("reminders", everySeconds, reminders::sendDue);
    }
}
