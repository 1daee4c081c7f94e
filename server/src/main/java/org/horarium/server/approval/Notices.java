package org.horarium.server.approval;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.horarium.server.access.Accounts;
import org.horarium.server.institution.Contacts;
import org.horarium.server.notification.Addressee;
import org.horarium.server.notification.Message;
import org.horarium.server.notification.NoticeDesk;
import org.horarium.server.notification.NoticeDesk.Announcement;
import org.horarium.server.notification.Topic;
import org.horarium.server.schedule.Schedule;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.timetable.FrameNames;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.Publication;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.RevisionDiff.Change;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells of the workflow, in the transaction of the step: those who decide learn that something waits, whoever submitted
 * learns what was decided, and those whom a publication concerns learn what changes for them.
 */
@Component
class Notices {
    /** Changes that are listed in one notice; it links to the rest. */
    private static final int LISTED = 12;

    private final NoticeDesk desk;
    private final WorkflowStore steps;
    private final Schedules schedules;
    private final Contacts contacts;
    private final Accounts accounts;
    private final MessageSource messages;

    Notices(
            NoticeDesk desk,
            WorkflowStore steps,
            Schedules schedules,
            Contacts contacts,
            Accounts accounts,
            MessageSource messages) {
        this.desk = desk;
        this.steps = steps;
        this.schedules = schedules;
        this.contacts = contacts;
        this.accounts = accounts;
        this.messages = messages;
    }

    /** Somebody decides, or should. */
    @EventListener
    void on(WorkflowStepTaken taken) {
        WorkflowStep step = taken.step();
        if (step.action() == WorkflowAction.PUBLISH) {
            // those concerned are told by TimetablePublished
            return;
        }
        boolean submitted = step.action() == WorkflowAction.SUBMIT_FOR_REVIEW;
        Schedule schedule = schedules.get(taken.revision().schedule());
        Set<Accounts.Contact> recipients = new LinkedHashSet<>();
        if (submitted) {
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
        String path = "/admin/schedules/%s/review?revision=%d"
                .formatted(schedule.id(), taken.revision().number());
        desk.tell(
                new Announcement(
                        submitted ? Topic.REVIEW : Topic.DECISION,
                        "timetable-" + step.action().code().replace('_', '-'),
                        taken.revision().workflow().toString(),
                        null,
                        step.actor()),
                recipients.stream()
                        .map(contact -> Addressee.login(contact.email(), contact.name()))
                        .toList(),
                (person, locale) -> {
                    List<String> paragraphs = new ArrayList<>(List.of(text(locale, key, values)));
                    if (step.reason() != null) {
                        paragraphs.add(text(locale, "approval.mail.reason", step.reason()));
                    }
                    return new Message(text(locale, key + ".subject", values), paragraphs, List.of(), path);
                });
    }

    /** Something is published: each person concerned is told what changes for that person. */
    @EventListener
    void on(TimetablePublished published) {
        Publication publication = published.publication();
        Concerned concerned = published.concerned();
        Announcement what = new Announcement(
                Topic.TIMETABLE,
                "timetable-published",
                "publication-" + publication.id(),
                "publication-" + publication.id(),
                publication.publishedBy());
        List<Addressee> people = new ArrayList<>();
        contacts.personnel(concerned.people().keySet())
                .forEach(c -> people.add(new Addressee(Addressee.Kind.PERSON, c.code(), c.name(), c.email())));
        contacts.students(concerned.students().keySet())
                .forEach(c -> people.add(new Addressee(Addressee.Kind.STUDENT, c.code(), c.name(), c.email())));
        Writer writer = new Writer(published, schedules.get(publication.schedule()));
        desk.tell(what, people, writer::write);
    }

    /** Writes about one publication; students of one group with the same electives get the same message, made once. */
    private final class Writer {
        private final Publication publication;
        private final Schedule schedule;
        private final boolean first;
        private final FrameNames was;
        private final FrameNames now;
        private final Concerned concerned;
        private final Map<Locale, Message> firsts = new HashMap<>();
        private final Map<Locale, ChangeWords> words = new HashMap<>();
        /** By identity: students with the same group and electives have one object, and comparing what is in it is dear. */
        private final Map<Locale, Map<Concerned.Attending, Message>> written = new HashMap<>();

        Writer(TimetablePublished published, Schedule schedule) {
            Revision before = published.before();
            this.publication = published.publication();
            this.schedule = schedule;
            this.concerned = published.concerned();
            this.first = before == null;
            this.now = new FrameNames(published.after().frame());
            this.was = before == null ? now : new FrameNames(before.frame());
        }

        Message write(Addressee person, Locale locale) {
            if (first) {
                return firsts.computeIfAbsent(locale, key -> message(List.of(), activity -> true, locale));
            }
            if (person.kind() == Addressee.Kind.PERSON) {
                String code = person.key();
                return message(
                        concerned.people().getOrDefault(code, List.of()),
                        activity -> activity.staff().stream()
                                .anyMatch(s -> s.person().equals(code)),
                        locale);
            }
            Concerned.Attending attending =
                    Objects.requireNonNull(concerned.students().get(person.key()));
            return written.computeIfAbsent(locale, key -> new IdentityHashMap<>())
                    .computeIfAbsent(
                            attending,
                            key -> message(
                                    attending.changes(),
                                    activity -> activity.attendees().contains(attending.group()),
                                    locale));
        }

        private Message message(List<Change> changes, Predicate<PlacedActivity> mine, Locale locale) {
            String from = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                    .localizedBy(locale)
                    .format(publication.effectiveFrom());
            String key = first ? "approval.mail.published" : "approval.mail.changed";
            List<String> paragraphs = new ArrayList<>(List.of(text(locale, key, schedule.termName(), from)));
            if (publication.note() != null) {
                paragraphs.add(publication.note());
            }
            List<String> lines = new ArrayList<>();
            if (!first) {
                ChangeWords sentences =
                        words.computeIfAbsent(locale, unused -> new ChangeWords(messages, was, now, locale));
                changes.stream()
                        .limit(LISTED)
                        .map(change -> sentences.of(change, mine))
                        .forEach(lines::add);
                if (changes.size() > LISTED) {
                    lines.add(text(locale, "approval.mail.more", changes.size() - LISTED));
                }
            }
            return new Message(
                    text(locale, key + ".subject", schedule.termName()),
                    paragraphs,
                    lines,
                    "/timetable?day=" + publication.effectiveFrom());
        }
    }

    private String text(Locale locale, String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
