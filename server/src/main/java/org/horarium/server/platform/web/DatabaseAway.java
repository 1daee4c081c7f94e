package org.horarium.server.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a client hears while the database is away: come back in a moment, nothing is lost. Here for the filters (who is it
 * that asks?); controllers come by {@link FaultAdvice}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class DatabaseAway extends OncePerRequestFilter {
    static final String DETAIL =
            "The database does not answer just now. What was saved is safe; running jobs go on when it is back.";
    static final String RETRY_SECONDS = "5";

    /** Whether that is what went wrong. */
    static boolean is(Throwable fault) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            if (at instanceof DataAccessResourceFailureException || at instanceof CannotCreateTransactionException) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            if (!is(e) || response.isCommitted() || request.getDispatcherType() == DispatcherType.ERROR) {
                throw e;
            }
            response.setHeader("Retry-After", RETRY_SECONDS);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, DETAIL);
        }
    }
}
