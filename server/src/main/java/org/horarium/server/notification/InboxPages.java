package org.horarium.server.notification;

import org.horarium.server.access.Actor;
import org.horarium.server.access.Actors;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.platform.NumberedPage;
import org.horarium.server.platform.UnreadCount;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The inbox of whoever is logged in. Looking marks nothing as read; opening a notice does, and a button. */
@Controller
@RequestMapping("/notices")
class InboxPages {
    private final Inbox inbox;

    InboxPages(Inbox inbox) {
        this.inbox = inbox;
    }

    /** What the bell shows. */
    @Bean
    static UnreadCount unreadNotices(Actors actors, Inbox inbox) {
        return () -> {
            Actor actor = actors.currentOrNull();
            return actor == null ? 0 : inbox.unread(actor.accountId());
        };
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        NumberedPage<Inbox.Notice> shown = inbox.page(actor.accountId(), unread, page);
        model.addAttribute("unreadOnly", unread);
        model.addAttribute("page", shown);
        model.addAttribute("unread", inbox.unread(actor.accountId()));
        model.addAttribute(
                "newest",
                shown.rows().stream().mapToLong(Inbox.Notice::id).max().orElse(0));
        return "notification/inbox";
    }

    /** Marks it as read and leads to what it is about. */
    @PostMapping("/{id}/open")
    String open(Actor actor, @PathVariable long id) {
        return "redirect:" + read(actor, id);
    }

    /** Marks it as read. */
    @PostMapping("/{id}/read")
    String markRead(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "1") int page,
            RedirectAttributes redirect) {
        read(actor, id);
        return back(unread, page, redirect);
    }

    /** @param upTo the newest notice that was shown: what came later stays unread */
    @PostMapping("/read")
    String markAllRead(Actor actor, @RequestParam long upTo, RedirectAttributes redirect) {
        inbox.readAll(actor.accountId(), upTo);
        redirect.addFlashAttribute("flash", "notices.read.done");
        return back(false, 1, redirect);
    }

    private String read(Actor actor, long id) {
        return inbox.read(actor.accountId(), id)
                .orElseThrow(() -> new NotFoundException(
                        "There is no notice (%d) in your inbox. What there is stands at /notices.".formatted(id)));
    }

    private static String back(boolean unread, int page, RedirectAttributes redirect) {
        redirect.addAttribute("unread", unread);
        redirect.addAttribute("page", page);
        return "redirect:/notices";
    }
}
