package org.horarium.server.notification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.horarium.server.notification.Recipients.Recipient;
import org.horarium.server.platform.ServerSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people something by the ways that each of them has chosen: a mail through the outbox, an entry of the inbox, or
 * both. All in the caller's transaction: told if and only if what is told has happened.
 */
@Service
public class NoticeDesk {
    private final Recipients recipients;
    private final Outbox outbox;
    private final Inbox inbox;
    private final ServerSettings settings;

    NoticeDesk(Recipients recipients, Outbox outbox, Inbox inbox, ServerSettings settings) {
        this.recipients = recipients;
        this.outbox = outbox;
        this.inbox = inbox;
        this.settings = settings;
    }

    /**
     * What is told.
     *
     * @param topic for the choice of the ways
     * @param kind of the mails, see {@link OutgoingMail}
     * @param thread of the mails
     * @param onceKey nobody is told twice under the same key; null when that may be
     * @param author e-mail address of who caused it, or {@code system}
     */
    public record Announcement(
            Topic topic,
            String kind,
            String thread,
            @Nullable String onceKey,
            String author) {}

    /** Says it to one person. May return the same object for people who are told the same. */
    @FunctionalInterface
    public interface Wording {
        /** The message for a person, in a language. */
        Message to(Addressee person, Locale locale);
    }

    /** Tells some people. Whoever can't be reached, by no account and no address, is left out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Announcement what, Collection<Addressee> people, Wording wording) {
        Map<Message, MailBody> bodies = new IdentityHashMap<>();
        List<Outbox.Entry> mails = new ArrayList<>();
        List<Inbox.Entry> notices = new ArrayList<>();
        for (Recipient recipient : recipients.of(what.topic(), people)) {
            Addressee who = recipient.who();
            Message message = wording.to(who, recipient.locale());
            String once = what.onceKey() == null
                    ? null
                    : "%s-%s-%s".formatted(what.onceKey(), who.kind().name().toLowerCase(Locale.ROOT), who.key());
            if (recipient.mail()) {
                mails.add(new Outbox.Entry(
                        new OutgoingMail(
                                what.kind(),
                                what.thread(),
                                Objects.requireNonNull(recipient.address()),
                                who.name(),
                                message.subject(),
                                bodies.computeIfAbsent(message, m -> m.body(settings.publicUrl())),
                                null,
                                once,
                                what.author()),
                        what.topic(),
                        recipient.account(),
                        recipient.locale()));
            }
            if (recipient.app()) {
                notices.add(new Inbox.Entry(
                        Objects.requireNonNull(recipient.account()), what.topic(), message, once, what.author()));
            }
        }
        outbox.addAll(mails);
        inbox.add(notices);
    }

    /**
     * Sends somebody a mail with a text of its own, for example with a personal link, unless they want none about this.
     *
     * @param message what goes into the inbox; it must hold nothing secret
     * @return whether they are told at all
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean tell(Topic topic, Addressee person, OutgoingMail mail, Message message) {
        List<Recipient> found = recipients.of(topic, List.of(person));
        for (Recipient recipient : found) {
            if (recipient.mail()) {
                outbox.addAll(List.of(new Outbox.Entry(mail, topic, recipient.account(), recipient.locale())));
            }
            if (recipient.app()) {
                inbox.add(List.of(new Inbox.Entry(
                        Objects.requireNonNull(recipient.account()), topic, message, mail.onceKey(), mail.author())));
            }
        }
        return !found.isEmpty();
    }
}
