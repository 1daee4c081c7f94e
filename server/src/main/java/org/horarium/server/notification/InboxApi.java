package org.horarium.server.notification;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.horarium.server.access.Actor;
import org.horarium.server.platform.CursorPage;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** The caller's own inbox and choices over REST. Nobody can ask for another's. */
@RestController
@RequestMapping("/api/notices")
@Tag(name = "Notices")
class InboxApi {
    private final Inbox inbox;
    private final ChosenNotices chosen;

    InboxApi(Inbox inbox, ChosenNotices chosen) {
        this.inbox = inbox;
        this.chosen = chosen;
    }

    /**
     * A notice.
     *
     * @param topic what it is about: timetable, reminder, review, decision or generation
     * @param paragraphs plain words
     * @param lines the changes that concern the person, each a sentence
     * @param path the page it is about
     * @param at when it came
     */
    record NoticeJson(
            long id,
            String topic,
            String subject,
            List<String> paragraphs,
            List<String> lines,
            String path,
            OffsetDateTime at,
            boolean read) {
        static NoticeJson of(Inbox.Notice notice) {
            return new NoticeJson(
                    notice.id(),
                    notice.topic().code(),
                    notice.subject(),
                    notice.paragraphs(),
                    notice.lines(),
                    notice.path(),
                    notice.at(),
                    notice.read());
        }
    }

    @GetMapping
    @Operation(summary = "The caller's notices, the newest first; looking marks nothing as read")
    ResponseEntity<CursorPage<NoticeJson>> list(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String next) {
        CursorPage.Request request = CursorPage.Request.of(limit, next);
        List<Inbox.Notice> rows = inbox.before(actor.accountId(), unread, number(request.after()), request.limit() + 1);
        return CursorPage.of(rows, request.limit(), NoticeJson::of, notice -> Long.toString(notice.id()))
                .response();
    }

    private static long number(@Nullable String after) {
        try {
            return after == null ? Long.MAX_VALUE : Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw new InvalidInputException("/next", "The cursor is none. Take it from an earlier answer.");
        }
    }

    /** How many notices are not read. */
    record Count(long unread) {}

    @GetMapping("/count")
    @Operation(summary = "How many notices the caller has not read")
    Count count(Actor actor) {
        return new Count(inbox.unread(actor.accountId()));
    }

    @PostMapping("/{id}/read")
    @Operation(summary = "Mark a notice as read")
    Count read(Actor actor, @PathVariable long id) {
        if (inbox.read(actor.accountId(), id).isEmpty()) {
            throw new NotFoundException("You have no notice (%d).".formatted(id));
        }
        return count(actor);
    }

    /**
     * Which notices to mark.
     *
     * @param upTo id of the newest one that was seen: what came later stays unread
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Seen(@Nullable Long upTo) {}

    @PostMapping("/read")
    @Operation(summary = "Mark as read all notices up to one")
    Count readAll(Actor actor, @RequestBody Seen seen) {
        if (seen.upTo() == null) {
            throw new InvalidInputException("/up_to", "Say up to which notice: 'up_to' is the id of the newest seen.");
        }
        inbox.readAll(actor.accountId(), seen.upTo());
        return count(actor);
    }

    /**
     * By which way each kind of notice comes.
     *
     * @param language of notices and mails, for example {@code en}; as it was when missing
     * @param topics both, mail or app for each topic; a topic that is left out stays as it is
     */
    record Choices(@Nullable String language, @Nullable Map<String, String> topics) {}

    @GetMapping("/settings")
    @Operation(summary = "By which way each kind of notice reaches the caller")
    Choices settings(Actor actor) {
        Map<String, String> topics = new TreeMap<>();
        chosen.of(actor)
                .forEach((topic, channel) ->
                        topics.put(topic.code(), channel.name().toLowerCase(Locale.ROOT)));
        return new Choices(chosen.language(actor).getLanguage(), topics);
    }

    @PutMapping("/settings")
    @Operation(summary = "Choose by which way each kind of notice reaches the caller")
    Choices choose(Actor actor, @RequestBody Choices wanted) {
        Map<String, String> words = new TreeMap<>();
        if (wanted.topics() != null) {
            wanted.topics().forEach((topic, word) -> words.put(topic, word.toUpperCase(Locale.ROOT)));
        }
        chosen.choose(
                actor, words, wanted.language() == null ? chosen.language(actor).getLanguage() : wanted.language());
        return settings(actor);
    }
}
