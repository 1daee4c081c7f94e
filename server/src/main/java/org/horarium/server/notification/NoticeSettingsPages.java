package org.horarium.server.notification;

import java.util.HashMap;
import java.util.Map;
import org.horarium.server.access.Actor;
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

    private final ChosenNotices chosen;
    private final Outbox outbox;

    NoticeSettingsPages(ChosenNotices chosen, Outbox outbox) {
        this.chosen = chosen;
        this.outbox = outbox;
    }

    @GetMapping(PATH)
    String show(Actor actor, Model model) {
        model.addAttribute("chosen", chosen.of(actor));
        model.addAttribute("channels", Channel.values());
        model.addAttribute("languages", ChosenNotices.LANGUAGES);
        model.addAttribute("chosenLanguage", chosen.language(actor).getLanguage());
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
        Map<String, String> words = new HashMap<>();
        for (Topic topic : Topic.of(actor.role())) {
            String word = form.get(topic.code());
            if (word != null) {
                words.put(topic.code(), word);
            }
        }
        chosen.choose(actor, words, language);
        redirect.addFlashAttribute("flash", "notices.settings.saved");
        return "redirect:" + PATH;
    }
}
