package org.horarium.server.notification;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Role;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.platform.NavigationEntry;
import org.horarium.server.platform.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The log of mails, for administrators only: mails may hold links that open something. */
@Controller
@RequestMapping("/admin/mail")
class MailPages {
    private final MailBook book;
    private final Outbox outbox;
    private final AuditLog audit;

    MailPages(MailBook book, Outbox outbox, AuditLog audit) {
        this.book = book;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Bean
    static NavigationEntry mailEntry() {
        return NavigationEntry.of("nav.mail", "/admin/mail", "envelope", 85, "ADMIN");
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable MailStatus status,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        actor.requireRole(Role.ADMIN);
        model.addAttribute("q", q);
        model.addAttribute("status", status);
        model.addAttribute("statuses", List.of(MailStatus.values()));
        model.addAttribute("page", book.page(q, status, page));
        model.addAttribute("connected", outbox.isConnected());
        return "notification/list";
    }

    @GetMapping("/{id}")
    String letter(Actor actor, @PathVariable UUID id, Model model) {
        actor.requireRole(Role.ADMIN);
        model.addAttribute("letter", book.letter(id).orElseThrow(() -> missing(id)));
        model.addAttribute("connected", outbox.isConnected());
        audit.record(actor.email(), "notification.mail-read", id.toString(), Map.of());
        return "notification/letter";
    }

    @PostMapping("/{id}/send")
    String sendAgain(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        actor.requireRole(Role.ADMIN);
        if (book.letter(id).isEmpty()) {
            throw missing(id);
        }
        if (!outbox.isConnected()) {
            redirect.addFlashAttribute("flashErrorKey", "mail.send.nowhere");
        } else if (book.sendAgain(id)) {
            audit.record(actor.email(), "notification.mail-sent-again", id.toString(), Map.of());
            redirect.addFlashAttribute("flash", "mail.send.done");
        } else {
            redirect.addFlashAttribute("flashErrorKey", "mail.send.not");
        }
        return "redirect:/admin/mail/" + id;
    }

    private static NotFoundException missing(UUID id) {
        return new NotFoundException("There is no mail (" + id + "). The list of mails is at /admin/mail.");
    }
}
