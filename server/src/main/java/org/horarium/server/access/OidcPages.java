package org.horarium.server.access;

import jakarta.servlet.http.HttpSession;
import org.horarium.server.access.OidcLogin.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.SessionAttribute;

/** The way to the provider, and what is said to those who come back without an account. */
@Controller
class OidcPages {
    private static final Logger LOG = LoggerFactory.getLogger(OidcPages.class);

    private final OidcProvider provider;

    OidcPages(OidcProvider provider) {
        this.provider = provider;
    }

    /** Asks the provider what it can do before anybody is sent there: when it does not answer, a page says so. */
    @GetMapping("/login/oidc")
    String go(HttpSession session) {
        try {
            if (provider.findByRegistrationId(OidcProvider.ID) != null) {
                return "redirect:/oauth2/authorization/" + OidcProvider.ID;
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "The OpenID provider ({}) does not answer as one.",
                    provider.shown().issuer(),
                    e);
            session.setAttribute(OidcLogin.REFUSAL, new Refusal("away", null));
            return "redirect:" + OidcLogin.REFUSED_PATH;
        }
        return "redirect:/login";
    }

    @GetMapping(OidcLogin.REFUSED_PATH)
    String refused(
            @SessionAttribute(name = OidcLogin.REFUSAL, required = false) @Nullable Refusal refusal,
            HttpSession session,
            Model model) {
        if (refusal == null) {
            return "redirect:/login";
        }
        session.removeAttribute(OidcLogin.REFUSAL);
        model.addAttribute("refusal", refusal);
        model.addAttribute("provider", provider.name());
        return "access/refused";
    }
}
