package org.horarium.server.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.platform.NavigationEntry;
import org.horarium.server.platform.Setting;
import org.horarium.server.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The switches that an administrator has, all on one page. */
@Controller
class SettingsPages {
    private final Settings settings;
    private final AuditLog audit;
    private final OidcProvider oidc;

    SettingsPages(Settings settings, AuditLog audit, OidcProvider oidc) {
        this.oidc = oidc;
        this.settings = settings;
        this.audit = audit;
    }

    @GetMapping("/admin/settings")
    String show(Actor actor, Model model) {
        actor.requireRole(Role.ADMIN);
        Map<String, Boolean> values = new LinkedHashMap<>();
        settings.all().forEach(setting -> values.put(setting.key(), settings.isOn(setting)));
        model.addAttribute("settings", values);
        model.addAttribute("oidc", oidc.shown());
        return "access/settings";
    }

    /** @param on keys of all that should be on */
    @PostMapping("/admin/settings")
    String save(Actor actor, @RequestParam(required = false) @Nullable Set<String> on, RedirectAttributes redirect) {
        actor.requireRole(Role.ADMIN);
        for (Setting setting : settings.all()) {
            boolean wanted = on != null && on.contains(setting.key());
            if (settings.set(setting, wanted, actor.email())) {
                audit.record(actor.email(), "settings.change", setting.key(), Map.of("on", wanted));
            }
        }
        redirect.addFlashAttribute("flash", "settings.saved");
        return "redirect:/admin/settings";
    }

    /** Where administrators find it. */
    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        static NavigationEntry settingsEntry() {
            return NavigationEntry.of("nav.settings", "/admin/settings", "sliders", 92, "ADMIN");
        }

        @Bean
        static NavigationEntry auditEntry() {
            return NavigationEntry.of("nav.audit", "/admin/audit", "journal-text", 95, "ADMIN");
        }
    }
}
