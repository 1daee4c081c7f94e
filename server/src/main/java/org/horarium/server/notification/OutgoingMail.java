package org.horarium.server.notification;

import org.jspecify.annotations.Nullable;

/**
 * A mail to one person.
 *
 * @param kind what it is, lower case with hyphens, for example {@code preference-invitation}
 * @param thread what it is about, for example the id of a round: mails of one thread are shown together
 * @param recipient address
 * @param recipientName how the person is called
 * @param subject one line
 * @param body see {@link MailBody}
 * @param secret a part of the body that opens something, taken out of what is kept once the mail is sent; null for none
 * @param onceKey a second mail with the same key is not made; null when it may be made again
 * @param author e-mail address of who caused it, or {@code system}
 */
public record OutgoingMail(
        String kind,
        String thread,
        String recipient,
        String recipientName,
        String subject,
        MailBody body,
        @Nullable String secret,
        @Nullable String onceKey,
        String author) {
    /** @throws IllegalArgumentException when a line of the header holds a control character: it could become two */
    public OutgoingMail {
        requireOneLine("recipient", recipient);
        requireOneLine("recipient's name", recipientName);
        requireOneLine("subject", subject);
    }

    private static void requireOneLine(String what, String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The " + what + " of a mail must be one line.");
        }
    }
}
