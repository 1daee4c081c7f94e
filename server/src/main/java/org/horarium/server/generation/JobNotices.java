package org.horarium.server.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.Actor;
import org.horarium.server.notification.Addressee;
import org.horarium.server.notification.Message;
import org.horarium.server.notification.NoticeDesk;
import org.horarium.server.notification.NoticeDesk.Announcement;
import org.horarium.server.notification.Topic;
import org.horarium.server.schedule.Schedules;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells whoever asked for a timetable how it ended, so that they can leave the page meanwhile. In the transaction in which the
 * job ends: told once, and only of what is saved.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class JobNotices {
    /** Lines of a failure that are told; the page of the job has all. */
    private static final int LINES = 12;

    private static final String SYSTEM = "system";

    private final NoticeDesk desk;
    private final Accounts accounts;
    private final Schedules schedules;
    private final MessageSource messages;

    JobNotices(NoticeDesk desk, Accounts accounts, Schedules schedules, MessageSource messages) {
        this.desk = desk;
        this.accounts = accounts;
        this.schedules = schedules;
        this.messages = messages;
    }

    /**
     * The timetable is there.
     *
     * @param missing variants that were wanted and could not be made
     */
    public void completed(GenerationJob job, List<MissingVariant> missing) {
        int made = job.request().variants().size() - missing.size();
        tell(
                job,
                "completed",
                SYSTEM,
                locale -> missing.isEmpty()
                        ? List.of(text(locale, "generation.notice.variants", made))
                        : List.of(
                                text(locale, "generation.notice.variants", made),
                                text(locale, "generation.notice.missing", missing.size())),
                List.of());
    }

    /** The timetable could not be made. */
    public void failed(GenerationJob job, String reason) {
        tell(
                job,
                "failed",
                SYSTEM,
                locale -> List.of(),
                reason.lines()
                        .filter(line -> !line.isBlank())
                        .map(String::strip)
                        .limit(LINES)
                        .toList());
    }

    /** Somebody has called it off; whoever does that to a job of their own knows. */
    public void calledOff(GenerationJob job, Actor by) {
        if (!by.email().equals(job.createdBy())) {
            tell(job, "cancelled", by.email(), locale -> List.of(), List.of());
        }
    }

    /** What is said beyond the first sentence. */
    private interface More {
        List<String> in(Locale locale);
    }

    private void tell(GenerationJob job, String how, String by, More more, List<String> lines) {
        String schedule = schedules.get(job.schedule()).name();
        String key = "generation.notice." + how;
        desk.tell(
                new Announcement(
                        Topic.GENERATION, "generation-" + how, "generation-" + job.id(), "generation-" + job.id(), by),
                accounts
                        .contact(job.createdBy())
                        .map(contact -> Addressee.login(contact.email(), contact.name()))
                        .stream()
                        .toList(),
                (person, locale) -> {
                    List<String> paragraphs = new ArrayList<>(List.of(text(locale, key, schedule, by)));
                    paragraphs.addAll(more.in(locale));
                    return new Message(
                            text(locale, key + ".subject", schedule),
                            paragraphs,
                            lines,
                            "/admin/generation-jobs/" + job.id());
                });
    }

    private String text(Locale locale, String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
