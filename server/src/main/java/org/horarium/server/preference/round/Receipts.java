package org.horarium.server.preference.round;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.horarium.formats.college.Preference.Bucket;
import org.horarium.server.notification.MailBody;
import org.horarium.server.notification.Outbox;
import org.horarium.server.notification.OutgoingMail;
import org.horarium.server.preference.sheet.Item;
import org.horarium.server.preference.sheet.Sheet;
import org.horarium.server.preference.sheet.SheetContent;
import org.horarium.server.preference.sheet.SubmissionListener;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails a receipt for what was submitted, with all of it, to the person themselves. */
@Component
class Receipts implements SubmissionListener {
    private final Outbox outbox;
    private final MessageSource messages;
    private final JdbcClient jdbc;

    Receipts(Outbox outbox, MessageSource messages, JdbcClient jdbc) {
        this.outbox = outbox;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    @Override
    public void submitted(Sheet sheet, List<Item> items) {
        String address = sheet.person().email();
        Sheet.Submission submission = Objects.requireNonNull(sheet.submission());
        if (address == null) {
            return;
        }
        Locale locale = LocaleContextHolder.getLocale();
        Object[] words = {
            sheet.person().name(),
            sheet.scheduleName(),
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                    .localizedBy(locale)
                    .format(ZonedDateTime.ofInstant(submission.at(), sheet.zone())),
            sheet.zone().getId(),
            submission.number(),
            submission.hash(),
            String.valueOf(submission.proxy())
        };
        MailBody.Builder body = MailBody.begin()
                .paragraph(text("preference.mail.greeting", words, locale))
                .paragraph(text("preference.mail.receipt", words, locale));
        if (submission.proxy() != null) {
            body.paragraph(text("preference.mail.proxy", words, locale));
        }
        Map<UUID, String> names = items.stream().collect(Collectors.toMap(Item::template, Item::name));
        Function<SheetContent.Entry, String> line = entry -> (entry.order() == null ? "" : entry.order() + ". ")
                + names.getOrDefault(entry.template(), "?")
                + (entry.reason() == null ? "" : " – " + entry.reason());
        for (Bucket bucket : Bucket.values()) {
            List<String> lines = submission.content().entries().stream()
                    .filter(entry -> entry.bucket() == bucket)
                    .map(line)
                    .toList();
            if (!lines.isEmpty()) {
                body.heading(text("portal.bucket." + bucket, words, locale)).list(lines);
            }
        }
        if (!submission.content().unavailable().isEmpty()) {
            body.paragraph(messages.getMessage(
                    "preference.mail.unavailable",
                    new Object[] {submission.content().unavailable().size()},
                    locale));
        }
        body.paragraph(text("preference.mail.code", words, locale));
        UUID round = jdbc.sql("SELECT round_id FROM preference_sheet WHERE id = ?")
                .param(sheet.id())
                .query(UUID.class)
                .single();
        outbox.add(new OutgoingMail(
                "preference-receipt",
                "preferences-" + round,
                address,
                sheet.person().name(),
                text("preference.mail.receipt.subject", words, locale),
                body.build(),
                null,
                "receipt-" + sheet.id() + "-" + submission.number(),
                submission.proxy() == null ? "system" : submission.proxy()));
    }

    private String text(String key, Object[] words, Locale locale) {
        return messages.getMessage(key, words, locale);
    }
}
