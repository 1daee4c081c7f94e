package org.horarium.server.platform.web.metrics;

import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** How long requests take, by method, pattern of the path, and class of the answer. Never by the path itself: it names people. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RequestTimes extends OncePerRequestFilter {
    private static final Duration[] STEPS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(300),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final PrometheusMeterRegistry registry;

    RequestTimes(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Timer.Sample sample = Timer.start(registry);
        boolean ended = false;
        try {
            chain.doFilter(request, response);
            ended = true;
        } finally {
            int status = ended ? response.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
            Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            sample.stop(Timer.builder("http.server.requests")
                    .description("Requests that were answered.")
                    .tag("method", method(request.getMethod()))
                    .tag("uri", pattern == null ? "other" : pattern.toString())
                    .tag("outcome", status / 100 + "xx")
                    .serviceLevelObjectives(STEPS)
                    .register(registry));
        }
    }

    /** Anybody can invent a method; a metric for each would fill the memory. */
    private static String method(String method) {
        return switch (method) {
            case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" -> method;
            default -> "other";
        };
    }
}
