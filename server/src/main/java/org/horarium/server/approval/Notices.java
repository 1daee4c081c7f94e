package org.horarium.server.approval;

import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.horarium.server.access.Accounts;
import org.horarium.server.institution.Contacts;
import org.horarium.server.institution.StudentMemberships;
import org.horarium.server.notification.MailBody;
import org.horarium.server.notification.Outbox;
import org.horarium.server.notification.OutgoingMail;
import org.horarium.server.platform.ServerSettings;
import org.horarium.server.schedule.Schedule;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.timetable.FrameNames;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.Publication;
import org.horarium.server.timetable.Publications;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.RevisionDiff;
import org.horarium.server.timetable.RevisionDiff.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes the mails of the workflow, in the transaction of the step: those who decide learn that something waits, whoever
 * submitted learns what was decided, and those whom a publication concerns learn what changes for them.
 */
@Component
class Notices {
    /** Changes that are listed in a mail; there is a link to the rest. */
    private static final int LISTED = 12;

    private static final Locale LOCALE = Locale.ENGLISH;

    private final Outbox outbox;
    private final WorkflowStore steps;
    private final Publications publications;
    private final Schedules schedules;
    private final StudentMemberships memberships;
    private final Contacts contacts;
    private final Accounts accounts;
    private final MessageSource messages;
    private final ServerSettings settings;

    Notices(
            Outbox outbox,
            WorkflowStore steps,
            Publications publications,
            Schedules schedules,
            StudentMemberships memberships,
            Contacts contacts,
            Accounts accounts,
            MessageSource messages,
            ServerSettings settings) {
        this.outbox = outbox;
        this.steps = steps;
        this.publications = publications;
        this.schedules = schedules;
        this.memberships = memberships;
        this.contacts = contacts;
        this.accounts = accounts;
        this.messages = messages;
        this.settings = settings;
    }

    /** Somebody decides, or should. */
    @EventListener
    void on(WorkflowStepTaken taken) {
        WorkflowStep step = taken.step();
        if (step.action() == WorkflowAction.PUBLISH) {
            // those concerned are told by TimetablePublished
            return;
        }
        Schedule schedule = schedules.get(taken.revision().schedule());
        Set<Accounts.Contact> recipients = new LinkedHashSet<>();
        if (step.action() == WorkflowAction.SUBMIT_FOR_REVIEW) {
            recipients.addAll(accounts.managing(schedule.departments()));
        } else {
            steps.steps(taken.revision().id()).stream()
                    .filter(s -> s.action() == WorkflowAction.SUBMIT_FOR_REVIEW)
                    .map(WorkflowStep::actor)
                    .forEach(email -> accounts.contact(email).ifPresent(recipients::add));
        }
        recipients.removeIf(contact -> contact.email().equals(step.actor()));
        String key = "approval.mail." + step.action().code();
        Object[] values = {schedule.name(), taken.revision().number(), step.actor()};
        MailBody.Builder body = MailBody.begin().paragraph(text(key, values));
        if (step.reason() != null) {
            body.paragraph(text("approval.mail.reason", step.reason()));
        }
        MailBody made = body.link("%s/admin/schedules/%s/review?revision=%d"
                        .formatted(
                                settings.publicUrl(),
                                schedule.id(),
                                taken.revision().number()))
                .build();
        for (Accounts.Contact recipient : recipients) {
            outbox.add(new OutgoingMail(
                    "timetable-" + step.action().code().replace('_', '-'),
                    taken.revision().workflow().toString(),
                    recipient.email(),
                    recipient.name(),
                    text(key + ".subject", values),
                    made,
                    null,
                    null,
                    step.actor()));
        }
    }

    /** Something is published: a mail to each person concerned, with what changes for that person. */
    @EventListener
    void on(TimetablePublished published) {
        Publication publication = published.publication();
        Publication earlier = published.before();
        Revision after = publications.revision(publication);
        Revision before = earlier == null ? null : publications.revision(earlier);
        RevisionDiff diff = RevisionDiff.between(before == null ? List.of() : before.activities(), after.activities());
        Concerned concerned = Concerned.of(diff, before, after, memberships);
        Writer writer = new Writer(publication, before, after, schedules.get(publication.schedule()));
        contacts.personnel(concerned.people().keySet())
                .forEach(contact ->
                        writer.send(contact, "person", concerned.people().getOrDefault(contact.code(), List.of())));
        contacts.students(concerned.students().keySet())
                .forEach(contact ->
                        writer.send(contact, "student", concerned.students().getOrDefault(contact.code(), List.of())));
    }

    /** Writes the mails of one publication; students of one group get the same text, which is made once. */
    private final class Writer {
        private final Publication publication;
        private final Schedule schedule;
        private final boolean first;
        private final FrameNames was;
        private final FrameNames now;
        private final Map<List<Change>, MailBody> bodies = new HashMap<>();

        Writer(Publication publication, @Nullable Revision before, Revision after, Schedule schedule) {
            this.publication = publication;
            this.schedule = schedule;
            this.first = before == null;
            this.now = new FrameNames(after.frame());
            this.was = before == null ? now : new FrameNames(before.frame());
        }

        void send(Contacts.Contact contact, String kind, List<Change> changes) {
            outbox.add(new OutgoingMail(
                    "timetable-published",
                    "publication-" + publication.id(),
                    contact.email(),
                    contact.name(),
                    text(
                            first ? "approval.mail.published.subject" : "approval.mail.changed.subject",
                            schedule.termName()),
                    bodies.computeIfAbsent(changes, this::body),
                    null,
                    "publication-%d-%s-%s".formatted(publication.id(), kind, contact.code()),
                    publication.publishedBy()));
        }

        private MailBody body(List<Change> changes) {
            MailBody.Builder body = MailBody.begin()
                    .paragraph(text(
                            first ? "approval.mail.published" : "approval.mail.changed",
                            schedule.termName(),
                            publication.effectiveFrom()));
            if (publication.note() != null) {
                body.paragraph(publication.note());
            }
            if (!first) {
                List<String> lines = new ArrayList<>();
                changes.stream().limit(LISTED).map(this::line).forEach(lines::add);
                if (changes.size() > LISTED) {
                    lines.add(text("approval.mail.more", changes.size() - LISTED));
                }
                body.list(lines);
            }
            return body.link(settings.publicUrl() + "/timetable?day=" + publication.effectiveFrom())
                    .build();
        }

        private String line(Change change) {
            FrameNames names = change.after() == null ? was : now;
            String what = names.template(change.any()).name() + " (" + names.group(change.any()) + ")";
            String before = change.before() == null ? null : place(was, change.before());
            String after = change.after() == null ? null : place(now, change.after());
            if (before == null) {
                return text("approval.mail.line.added", what, String.valueOf(after));
            }
            return after == null
                    ? text("approval.mail.line.removed", what, before)
                    : text("approval.mail.line.changed", what, before, after);
        }

        private static String place(FrameNames names, PlacedActivity activity) {
            StringBuilder place = new StringBuilder("%s %s–%s"
                    .formatted(
                            activity.day().getDisplayName(TextStyle.FULL_STANDALONE, LOCALE),
                            names.start(activity),
                            names.end(activity)));
            if (activity.weeks() != PlacedActivity.Weeks.EVERY) {
                place.append(", week ").append(activity.weeks());
            }
            String room = names.room(activity);
            if (room != null) {
                place.append(", ").append(room);
            }
            return place.append(", ")
                    .append(String.join(", ", names.people(activity)))
                    .toString();
        }
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, LOCALE);
    }
}
