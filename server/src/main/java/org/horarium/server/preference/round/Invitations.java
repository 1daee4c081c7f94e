package org.horarium.server.preference.round;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.notification.Addressee;
import org.horarium.server.notification.MailBody;
import org.horarium.server.notification.Message;
import org.horarium.server.notification.NoticeDesk;
import org.horarium.server.notification.Outbox;
import org.horarium.server.notification.OutgoingMail;
import org.horarium.server.notification.Topic;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.schedule.Schedule;
import org.horarium.server.schedule.ScheduleFrames;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.Schedules;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Mails links to people, and reminds those who have not submitted. Pressing a button twice does not mail twice. */
@Service
public class Invitations {
    private static final String CALM = "10 minutes";
    private static final String REMINDER = "reminder";
    private static final String SYSTEM = "system";

    private final JdbcClient jdbc;
    private final Rounds rounds;
    private final RoundBook book;
    private final Links links;
    private final Outbox outbox;
    private final NoticeDesk desk;
    private final ScheduleFrames frames;
    private final Schedules schedules;
    private final MessageSource messages;
    private final AuditLog audit;

    Invitations(
            JdbcClient jdbc,
            Rounds rounds,
            RoundBook book,
            Links links,
            Outbox outbox,
            NoticeDesk desk,
            ScheduleFrames frames,
            Schedules schedules,
            MessageSource messages,
            AuditLog audit) {
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.book = book;
        this.links = links;
        this.outbox = outbox;
        this.desk = desk;
        this.frames = frames;
        this.schedules = schedules;
        this.messages = messages;
        this.audit = audit;
    }

    /**
     * What became of it.
     *
     * @param mailed how many mails were put into the outbox
     * @param unreachable names of people without an address
     */
    public record Outcome(int mailed, List<String> unreachable) {
        public Outcome {
            unreachable = List.copyOf(unreachable);
        }
    }

    /** Mails a link to everybody who has not got one, or to one person (again). */
    @Transactional
    public Outcome invite(ScheduleId schedule, List<String> people, Actor actor, Locale locale) {
        boolean chosen = !people.isEmpty();
        return send(
                frames.manage(schedule, actor),
                row -> chosen ? people.contains(row.code()) : row.progress() == Progress.NOT_INVITED,
                "invited_at",
                "invitation",
                actor.email(),
                locale);
    }

    /** Reminds everybody who was invited and has not submitted. */
    @Transactional
    public Outcome remind(ScheduleId schedule, Actor actor, Locale locale) {
        return remind(frames.manage(schedule, actor), actor.email(), locale);
    }

    /** The same without anybody pressing a button. */
    @Transactional(propagation = Propagation.MANDATORY)
    Outcome remindByItself(ScheduleId schedule, Locale locale) {
        return remind(schedules.get(schedule), SYSTEM, locale);
    }

    private Outcome remind(Schedule schedule, String by, Locale locale) {
        return send(
                schedule,
                row -> row.progress() != Progress.NOT_INVITED
                        && (row.progress() != Progress.SUBMITTED || row.changed()),
                "reminded_at",
                REMINDER,
                by,
                locale);
    }

    private interface Choice {
        boolean takes(RoundBook.Row row);
    }

    private Outcome send(Schedule schedule, Choice choice, String column, String kind, String by, Locale locale) {
        ScheduleId id = schedule.id();
        Round round = rounds.get(id);
        if (!round.open()) {
            throw new ConflictException(messages.getMessage("preference.fault.closed", null, locale));
        }
        int mailed = 0;
        List<String> unreachable = new ArrayList<>();
        for (RoundBook.Row row : book.rows(id)) {
            if (!choice.takes(row)) {
                continue;
            }
            if (row.email() == null) {
                unreachable.add(row.name());
                continue;
            }
            UUID sheet = rounds.sheetOf(id, row.code());
            int due = jdbc.sql("UPDATE preference_sheet SET " + column + " = now() WHERE id = ? AND (" + column
                            + " IS NULL OR " + column + " < now() - interval '" + CALM + "')")
                    .param(sheet)
                    .update();
            if (due == 1) {
                OutgoingMail mail =
                        mail(kind, schedule, round, row, row.email(), links.make(id, sheet, by), by, locale);
                if (kind.equals(REMINDER)) {
                    mailed += remind(schedule, row, mail, locale) ? 1 : 0;
                } else {
                    outbox.add(mail);
                    mailed++;
                }
            }
        }
        audit.record(by, "preference." + kind + "s-sent", id.toString(), Map.of("mailed", mailed));
        return new Outcome(mailed, unreachable);
    }

    /** Who wants no mail about it is reminded in the inbox, where they need no link: they are logged in. */
    private boolean remind(Schedule schedule, RoundBook.Row row, OutgoingMail mail, Locale locale) {
        return desk.tell(
                Topic.REMINDER,
                new Addressee(Addressee.Kind.PERSON, row.code(), row.name(), row.email()),
                mail,
                new Message(
                        mail.subject(),
                        List.of(text("preference.notice.reminder", new Object[] {schedule.name()}, locale)),
                        List.of(),
                        "/preferences/" + schedule.id()));
    }

    private OutgoingMail mail(
            String kind,
            Schedule schedule,
            Round round,
            RoundBook.Row row,
            String address,
            Links.Link link,
            String by,
            Locale locale) {
        String deadline = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .localizedBy(locale)
                .format(ZonedDateTime.ofInstant(round.deadline(), round.zone()));
        Object[] words = {row.name(), schedule.name(), deadline, round.zone().getId(), row.items()};
        MailBody.Builder body = MailBody.begin()
                .paragraph(text("preference.mail.greeting", words, locale))
                .paragraph(text("preference.mail." + kind, words, locale));
        if (!round.note().isEmpty()) {
            body.paragraph(round.note());
        }
        body.link(link.address())
                .paragraph(text("preference.mail.deadline", words, locale))
                .paragraph(text("preference.mail.personal", words, locale));
        return new OutgoingMail(
                "preference-" + kind,
                "preferences-" + round.id(),
                address,
                row.name(),
                text("preference.mail." + kind + ".subject", words, locale),
                body.build(),
                link.token(),
                null,
                by);
    }

    private String text(String key, Object[] words, Locale locale) {
        return messages.getMessage(key, words, locale);
    }
}
