package org.horarium.server.publishing.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.horarium.server.access.Actor;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.platform.ServerSettings;
import org.horarium.server.publishing.Subject;
import org.horarium.server.publishing.SubjectNames;
import org.horarium.server.publishing.feed.Calendars;
import org.horarium.server.publishing.feed.Feed;
import org.horarium.server.publishing.feed.Feeds;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Calendar links: the page on which people make and revoke them, and the address that calendar programs fetch. */
@Controller
class FeedController {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final Duration FRESH = Duration.ofMinutes(15);

    private final Feeds feeds;
    private final Calendars calendars;
    private final SubjectNames names;
    private final ServerSettings settings;

    FeedController(Feeds feeds, Calendars calendars, SubjectNames names, ServerSettings settings) {
        this.feeds = feeds;
        this.calendars = calendars;
        this.names = names;
        this.settings = settings;
    }

    /** The calendar behind a secret; the same 404 whatever is wrong with the secret. */
    @GetMapping("/calendar/{secret}.ics")
    @ResponseBody
    ResponseEntity<byte[]> calendar(
            @PathVariable String secret,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known,
            Locale locale) {
        Feed feed = feeds.open(secret)
                .orElseThrow(() -> new NotFoundException(
                        "There is no such calendar. Its link may have been revoked; make a new one in Horarium."));
        String etag = "\"" + calendars.etag(feed.subject(), feed.label(), locale) + "\"";
        CacheControl cache = CacheControl.maxAge(FRESH).cachePrivate().mustRevalidate();
        if (known != null && known.contains(etag)) {
            return ResponseEntity.status(304).eTag(etag).cacheControl(cache).build();
        }
        Calendars.Calendar calendar = calendars.of(feed.subject(), feed.label(), locale);
        return ResponseEntity.ok()
                .eTag("\"" + calendar.etag() + "\"")
                .cacheControl(cache)
                .contentType(CALENDAR)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"horarium.ics\"")
                .body(calendar.text().getBytes(StandardCharsets.UTF_8));
    }

    /** The links of a person, and one that was made just now. */
    @GetMapping("/calendars")
    String list(Actor actor, Model model) {
        model.addAttribute("feeds", feeds.list(actor));
        model.addAttribute("own", own(actor));
        return "publishing/calendars";
    }

    private static @Nullable Subject own(Actor actor) {
        if (actor.personnelCode() != null) {
            return new Subject(Subject.Kind.PERSON, actor.personnelCode());
        }
        return actor.studentCode() == null ? null : new Subject(Subject.Kind.STUDENT, actor.studentCode());
    }

    @PostMapping("/calendars")
    String create(
            Actor actor, @RequestParam Subject.Kind kind, @RequestParam String code, RedirectAttributes redirect) {
        Subject subject = new Subject(kind, code);
        try {
            String secret = feeds.create(actor, subject, names.of(subject));
            redirect.addFlashAttribute("link", settings.publicUrl() + "/calendar/" + secret + ".ics");
        } catch (AccessDeniedException | ConflictException e) {
            redirect.addFlashAttribute("flashError", String.valueOf(e.getMessage()));
        }
        return "redirect:/calendars";
    }

    @PostMapping("/calendars/{id}/revoke")
    String revoke(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
        if (!feeds.revoke(actor, id)) {
            throw new NotFoundException("You have no calendar link (%d).".formatted(id));
        }
        redirect.addFlashAttribute("flash", "publishing.revoked");
        return "redirect:/calendars";
    }
}
