package org.horarium.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.horarium.server.platform.ProblemWriter;
import org.horarium.server.platform.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds the person behind a request: by its bearer token where there is one, else by its session. */
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
        if (hasBearer(request)) {
            String token = request.getHeader(HttpHeaders.AUTHORIZATION)
                    .substring(BEARER.length())
                    .strip();
            AccountId owner = tokens.owner(token);
            Actor actor = owner == null ? null : accounts.actor(owner.value());
            if (actor == null) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
                problems.write(
                        response,
                        Problems.of(
                                HttpStatus.UNAUTHORIZED,
                                "The token is unknown, expired or revoked. Get a new one at /api/auth/token/."));
                return;
            }
            become(actor);
        } else {
            Authentication session = SecurityContextHolder.getContext().getAuthentication();
            if (session != null && session.getPrincipal() instanceof AccountId account) {
                become(accounts.actor(account.value()));
            }
        }
        chain.doFilter(request, response);
    }

    private static void become(@Nullable Actor actor) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(actor == null ? null : new ActorAuthentication(actor));
        SecurityContextHolder.setContext(context);
    }
}
