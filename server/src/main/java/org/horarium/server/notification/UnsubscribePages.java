package org.horarium.server.notification;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.notification.UnsubscribeLinks.Subscription;
import org.horarium.server.platform.NotFoundException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Ends mails about one topic, without a login. Opening the link changes nothing (scanners open links); the button of the page
 * does, and so does the one-click request of a mail program (RFC 8058: a POST without cookies, answered without a redirect).
 */
@Controller
@RequestMapping(UnsubscribeLinks.PATH + "{mail}/{signature}")
class UnsubscribePages {
    private final UnsubscribeLinks links;
    private final NoticeChoices choices;
    private final AuditLog audit;

    UnsubscribePages(UnsubscribeLinks links, NoticeChoices choices, AuditLog audit) {
        this.links = links;
        this.choices = choices;
        this.audit = audit;
    }

    /** The link opens something, so it is neither kept nor told to other sites. */
    @ModelAttribute
    void discreet(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader("Referrer-Policy", "no-referrer");
    }

    @GetMapping
    String show(@PathVariable UUID mail, @PathVariable String signature, Model model) {
        Subscription subscription = open(mail, signature);
        return page(
                subscription,
                signature,
                choices.wantsMail(subscription.topic(), subscription.address(), subscription.account()),
                model);
    }

    /** The button of the page. */
    @PostMapping
    String unsubscribe(@PathVariable UUID mail, @PathVariable String signature, Model model) {
        return page(end(open(mail, signature)), signature, false, model);
    }

    /** The one-click request of a mail program. */
    @PostMapping(params = "List-Unsubscribe=One-Click")
    ResponseEntity<String> oneClick(@PathVariable UUID mail, @PathVariable String signature) {
        end(open(mail, signature));
        return ResponseEntity.ok("Unsubscribed.\n");
    }

    /** Takes it back. */
    @PostMapping("/again")
    String again(@PathVariable UUID mail, @PathVariable String signature, Model model) {
        Subscription subscription = open(mail, signature);
        choices.subscribe(subscription.topic(), subscription.address(), subscription.account());
        audit.record(
                subscription.address(),
                "notification.subscribed",
                subscription.topic().code(),
                Map.of("mail", mail.toString()));
        return page(subscription, signature, true, model);
    }

    private Subscription end(Subscription subscription) {
        choices.unsubscribe(subscription.topic(), subscription.address(), subscription.account());
        audit.record(
                subscription.address(),
                "notification.unsubscribed",
                subscription.topic().code(),
                Map.of("mail", subscription.mail().toString()));
        return subscription;
    }

    private Subscription open(UUID mail, String signature) {
        return links.open(mail, signature)
                .orElseThrow(() -> new NotFoundException(
                        "This link is not complete. Copy all of it from the mail, or log in and open "
                                + NoticeSettingsPages.PATH + "."));
    }

    private static String page(Subscription subscription, String signature, boolean subscribed, Model model) {
        String base = UnsubscribeLinks.PATH + subscription.mail() + "/" + signature;
        model.addAttribute("base", base);
        model.addAttribute("topic", subscription.topic());
        model.addAttribute("address", subscription.address());
        model.addAttribute("hasAccount", subscription.account() != null);
        model.addAttribute("subscribed", subscribed);
        return "notification/unsubscribe";
    }
}
