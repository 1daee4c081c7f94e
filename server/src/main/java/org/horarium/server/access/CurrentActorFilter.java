package org.horarium.server.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import org.horarium.server.platform.ProblemWriter;
import org.horarium.server.platform.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds the person behind a request: by its bearer token where there is one, else by its session. A token that is not for this
 * path ends the request; what the person may do is asked later, and the token adds nothing to it.
 */
final class CurrentActorFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final ProblemWriter problems;

    CurrentActorFilter(Accounts accounts, ApiTokens tokens, ProblemWriter problems) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.problems = problems;
    }

    /** Whether the request names itself by a token; cookies do not count then, so no CSRF is possible. */
    static boolean hasBearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (!identify(request, response)) {
                return;
            }
        } catch (DataAccessException e) {
            // The page that says so has to be shown all the same: to nobody in particular.
            if (request.getDispatcherType() != DispatcherType.ERROR) {
                throw e;
            }
            become(null);
        }
        chain.doFilter(request, response);
    }

    /** Whether the request may go on; else it has been answered. */
    private boolean identify(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (hasBearer(request)) {
            String token = request.getHeader(HttpHeaders.AUTHORIZATION)
                    .substring(BEARER.length())
                    .strip();
            ApiTokens.Grant grant = tokens.grant(token);
            Actor actor = grant == null ? null : accounts.actor(grant.account().value());
            if (grant == null || actor == null) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
                problems.write(
                        response,
                        Problems.of(
                                HttpStatus.UNAUTHORIZED,
                                "The token is unknown, expired or revoked. Get a new one at /api/auth/token/."));
                return false;
            }
            Set<TokenScope> opening = ScopeRules.opening(request.getMethod(), request.getRequestURI());
            if (Collections.disjoint(opening, grant.scopes())) {
                refuse(response, opening, grant.scopes());
                return false;
            }
            become(actor);
        } else {
            Authentication session = SecurityContextHolder.getContext().getAuthentication();
            if (session != null && session.getPrincipal() instanceof AccountId account) {
                become(accounts.actor(account.value()));
            }
        }
        return true;
    }

    /** RFC 6750: the token is good, but not for this. */
    private void refuse(HttpServletResponse response, Set<TokenScope> opening, Set<TokenScope> given)
            throws IOException {
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                "Bearer error=\"insufficient_scope\", scope=\"" + words(opening, " ") + "\"");
        problems.write(
                response,
                Problems.of(
                        HttpStatus.FORBIDDEN,
                        "The token is for (%s); this needs one of (%s). Make another token on the account page."
                                .formatted(words(given, ", "), words(opening, ", "))));
    }

    private static String words(Set<TokenScope> scopes, String between) {
        return scopes.stream().map(TokenScope::code).sorted().collect(Collectors.joining(between));
    }

    private static void become(@Nullable Actor actor) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(actor == null ? null : new ActorAuthentication(actor));
        SecurityContextHolder.setContext(context);
    }
}
