package org.horarium.server.access;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.platform.InputError;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The account page: who I am, my password, my tokens. */
@Controller
class AccountController {
    private static final int LABEL_LENGTH = 60;

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final PasswordEncoder encoder;
    private final AuditLog audit;
    private final OidcProvider oidc;

    AccountController(Accounts accounts, ApiTokens tokens, PasswordEncoder encoder, AuditLog audit, OidcProvider oidc) {
        this.oidc = oidc;
        this.accounts = accounts;
        this.tokens = tokens;
        this.encoder = encoder;
        this.audit = audit;
    }

    @GetMapping("/login")
    String login(Model model) {
        model.addAttribute("provider", oidc.isOn() ? oidc.name() : null);
        return "access/login";
    }

    @GetMapping("/account")
    String account(Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("tokens", tokens.list(actor.accountId()));
        model.addAttribute("scopes", TokenScope.values());
        model.addAttribute("lifetimes", ApiTokens.LIFETIMES);
        return "access/account";
    }

    @PostMapping("/account/password")
    String changePassword(
            Actor actor, @RequestParam String current, @RequestParam String password, RedirectAttributes redirect) {
        Accounts.Credentials credentials = accounts.credentials(actor.email());
        List<InputError> errors = Accounts.passwordErrors("/password", password);
        if (credentials == null || !encoder.matches(current, credentials.hash())) {
            redirect.addFlashAttribute("currentError", "account.password.wrong");
        } else if (!errors.isEmpty()) {
            redirect.addFlashAttribute("passwordError", "account.password.rule");
        } else {
            accounts.setPassword(actor.email(), password);
            audit.record(actor.email(), "access.password-changed", "", Map.of());
            redirect.addFlashAttribute("flash", "account.password.changed");
        }
        return "redirect:/account";
    }

    /**
     * Makes a token.
     *
     * @param scope words of {@link TokenScope}
     * @param days one of {@link ApiTokens#LIFETIMES}
     */
    @PostMapping("/account/tokens")
    String newToken(
            Actor actor,
            @RequestParam String label,
            @RequestParam(required = false) @Nullable Set<String> scope,
            @RequestParam(defaultValue = "30") int days,
            RedirectAttributes redirect) {
        String name = label.strip();
        Set<TokenScope> scopes = TokenRequests.scopes(scope == null ? Set.of() : scope, "/scope");
        if (!ApiTokens.LIFETIMES.contains(days)) {
            throw new InvalidInputException(
                    "/days", "A token can't live (%d) days. Choose one of %s.".formatted(days, ApiTokens.LIFETIMES));
        }
        boolean named = !name.isEmpty() && name.length() <= LABEL_LENGTH;
        if (!named) {
            redirect.addFlashAttribute("labelError", "account.tokens.label.rule");
        }
        if (scopes.isEmpty()) {
            redirect.addFlashAttribute("scopeError", "account.tokens.scope.rule");
        }
        if (named && !scopes.isEmpty()) {
            ApiTokens.Issued issued =
                    tokens.issue(new AccountId(actor.accountId()), name, scopes, Duration.ofDays(days));
            audit.record(
                    actor.email(),
                    "access.token-made",
                    name,
                    Map.of("scopes", TokenRequests.codes(scopes), "days", days));
            redirect.addFlashAttribute("newToken", issued.token());
        } else {
            redirect.addFlashAttribute("label", name);
            redirect.addFlashAttribute("chosen", new HashSet<>(TokenRequests.codes(scopes)));
        }
        return "redirect:/account#tokens";
    }

    @PostMapping("/account/tokens/{id}/revoke")
    String revokeToken(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
        if (!tokens.revoke(actor.accountId(), id)) {
            throw new NotFoundException("There is no such token among yours. Maybe it was revoked already.");
        }
        audit.record(actor.email(), "access.token-revoked", Long.toString(id), Map.of());
        redirect.addFlashAttribute("flash", "account.tokens.revoked");
        return "redirect:/account";
    }
}
