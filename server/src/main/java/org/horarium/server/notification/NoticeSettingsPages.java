package org.horarium.server.notification;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.horarium.server.access.Actor;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.platform.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Each person's own choice: which notices by mail, which in the inbox, which both, and in which language. */
@Controller
class NoticeSettingsPages {
    static final String PATH = "/notices/settings";
    private static final List<String> LANGUAGES = List.of("en", "de");

    private final NoticeChoices choices;
    private final Outbox outbox;
    private final AuditLog audit;

    NoticeSettingsPages(NoticeChoices choices, Outbox outbox, AuditLog audit) {
        this.choices = choices;
        this.outbox = outbox;
        this.audit = audit;
    }

    @GetMapping(PATH)
    String show(Actor actor, Model model) {
        Map<Topic, Channel> chosen = choices.of(actor.accountId());
        Map<Topic, Channel> own = new LinkedHashMap<>();
        Topic.of(actor.role()).forEach(topic -> own.put(topic, chosen.getOrDefault(topic, Channel.BOTH)));
        model.addAttribute("chosen", own);
        model.addAttribute("channels", Channel.values());
        model.addAttribute("languages", LANGUAGES);
        model.addAttribute(
                "chosenLanguage",
                choices.languages(List.of(actor.accountId()))
                        .getOrDefault(actor.accountId(), Locale.ENGLISH)
                        .getLanguage());
        model.addAttribute("connected", outbox.isConnected());
        return "notification/settings";
    }

    /** Saves all of the form, or nothing. A topic that is left out stays as it is. */
    @PostMapping(PATH)
    String save(
            Actor actor,
            @RequestParam Map<String, String> form,
            @RequestParam(defaultValue = "en") String language,
            RedirectAttributes redirect) {
        if (!LANGUAGES.contains(language)) {
            throw new InvalidInputException(
                    "/language", "There is no language (%s). There are: %s.".formatted(language, LANGUAGES));
        }
        Map<Topic, Channel> wanted = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.of(actor.role())) {
            String word = form.get(topic.code());
            if (word != null) {
                wanted.put(topic, channel(topic, word));
            }
        }
        choices.choose(actor.accountId(), wanted, Locale.forLanguageTag(language));
        audit.record(
                actor.email(), "notification.choices", "", Map.of("chosen", wanted.toString(), "language", language));
        redirect.addFlashAttribute("flash", "notices.settings.saved");
        return "redirect:" + PATH;
    }

    private static Channel channel(Topic topic, @Nullable String word) {
        for (Channel channel : Channel.values()) {
            if (channel.name().equals(word)) {
                return channel;
            }
        }
        throw new InvalidInputException(
                "/" + topic.code(), "A notice can't come by (%s). Choose one of BOTH, MAIL, APP.".formatted(word));
    }
}
