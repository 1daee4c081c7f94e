package org.horarium.server.preference.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** The address of the portal holds a secret: no page of it is stored, listed by robots, or told to others as a referrer. */
@Configuration(proxyBeanMethods = false)
class PortalHeaders {
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> portalHeadersFilter() {
        FilterRegistrationBean<OncePerRequestFilter> registration =
                new FilterRegistrationBean<>(new OncePerRequestFilter() {
                    @Override
                    protected void doFilterInternal(
                            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                            throws ServletException, IOException {
                        response.setHeader("Referrer-Policy", "no-referrer");
                        response.setHeader("Cache-Control", "no-store");
                        response.setHeader("X-Robots-Tag", "noindex, nofollow");
                        chain.doFilter(request, response);
                    }
                });
        registration.addUrlPatterns("/preferences/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }
}
