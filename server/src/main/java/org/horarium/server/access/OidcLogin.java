package org.horarium.server.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.horarium.server.audit.AuditLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Login at the {@link OidcProvider}: the account is found by the e-mail address that the provider has verified, and from then on
 * the session is like any other. Nobody gets an account by it, and nothing that the provider hands out is kept.
 */
@Component
class OidcLogin {
    /** Where a refused login leads. */
    static final String REFUSED_PATH = "/login/refused";
    /** What a session keeps for that page, until it is shown. */
    static final String REFUSAL = "org.horarium.oidc.refusal";

    private static final Logger LOG = LoggerFactory.getLogger(OidcLogin.class);
    private static final String NO_ACCOUNT = "no_account";
    private static final String UNVERIFIED = "unverified";
    private static final String FAILED = "failed";

    private final OidcProvider provider;
    private final Accounts accounts;
    private final AuditLog audit;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final SavedRequestAwareAuthenticationSuccessHandler onward =
            new SavedRequestAwareAuthenticationSuccessHandler();

    OidcLogin(OidcProvider provider, Accounts accounts, AuditLog audit) {
        this.provider = provider;
        this.accounts = accounts;
        this.audit = audit;
    }

    /**
     * Why somebody could not come in.
     *
     * @param reason {@code no_account}, {@code unverified} or {@code failed}: the end of a message key
     * @param email that the provider said; null for none
     */
    record Refusal(String reason, @Nullable String email) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** Adds it to the rules of the pages, if there is a provider. */
    void addTo(HttpSecurity http) throws Exception {
        if (!provider.isSet()) {
            return;
        }
        OidcUserService claims = new OidcUserService();
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(provider)
                .authorizedClientRepository(new NothingKept())
                .authorizationEndpoint(way -> way.authorizationRequestResolver(whileOn()))
                .userInfoEndpoint(info -> info.oidcUserService(request -> known(claims, request)))
                .successHandler(this::succeed)
                .failureHandler(this::fail));
    }

    /** Sends nobody to a provider that is switched off. */
    private OAuth2AuthorizationRequestResolver whileOn() {
        DefaultOAuth2AuthorizationRequestResolver resolver = new DefaultOAuth2AuthorizationRequestResolver(
                provider, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        return new OAuth2AuthorizationRequestResolver() {
            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
                return provider.isOn() ? resolver.resolve(request) : null;
            }

            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String id) {
                return provider.isOn() ? resolver.resolve(request, id) : null;
            }
        };
    }

    /** Somebody whom the provider and we know. */
    private static final class KnownUser extends DefaultOidcUser {
        private static final long serialVersionUID = 1L;
        private final AccountId account;

        KnownUser(OidcUser user, AccountId account) {
            super(user.getAuthorities(), user.getIdToken(), user.getUserInfo());
            this.account = account;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof KnownUser user && user.account.equals(account) && super.equals(other);
        }

        @Override
        public int hashCode() {
            return account.hashCode();
        }
    }

    private OidcUser known(OidcUserService claims, OidcUserRequest request) {
        OidcUser user = claims.loadUser(request);
        String email = user.getEmail();
        if (email == null || email.isBlank() || !Boolean.TRUE.equals(user.getEmailVerified())) {
            throw refused(UNVERIFIED, email);
        }
        Accounts.Credentials account = accounts.credentials(email);
        if (account == null) {
            throw refused(NO_ACCOUNT, email);
        }
        return new KnownUser(user, new AccountId(account.accountId()));
    }

    private static OAuth2AuthenticationException refused(String reason, @Nullable String email) {
        return new OAuth2AuthenticationException(new OAuth2Error(reason, email, null), reason);
    }

    private void succeed(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        if (!(authentication.getPrincipal() instanceof KnownUser user)) {
            throw new IllegalStateException("A login at the provider that did not find its account.");
        }
        Authentication session = UsernamePasswordAuthenticationToken.authenticated(user.account, null, List.of());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(session);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        audit.record(
                Accounts.normalised(String.valueOf(user.getEmail())),
                "access.login",
                OidcProvider.ID,
                Map.of("address", request.getRemoteAddr()));
        onward.onAuthenticationSuccess(request, response, session);
    }

    private void fail(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        OAuth2Error error =
                e instanceof OAuth2AuthenticationException oauth ? oauth.getError() : new OAuth2Error(FAILED);
        boolean ours =
                error.getErrorCode().equals(NO_ACCOUNT) || error.getErrorCode().equals(UNVERIFIED);
        if (!ours) {
            LOG.warn("A login at the OpenID provider failed ({}).", error.getErrorCode(), e);
        }
        String email = ours ? error.getDescription() : null;
        audit.record(
                email == null ? "unknown" : Accounts.normalised(email),
                "access.login-failed",
                OidcProvider.ID,
                Map.of("address", request.getRemoteAddr(), "reason", error.getErrorCode()));
        request.getSession().setAttribute(REFUSAL, new Refusal(ours ? error.getErrorCode() : FAILED, email));
        response.sendRedirect(REFUSED_PATH);
    }

    /** The tokens of the provider have done their work when the person is known. */
    private static final class NothingKept implements OAuth2AuthorizedClientRepository {
        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // nothing is kept
        }

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // nothing is kept
        }
    }
}
