package org.horarium.server.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.horarium.server.platform.PagesOnly;
import org.horarium.server.platform.ProblemWriter;
import org.horarium.server.platform.Problems;
import org.horarium.server.platform.ServerSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which paths need which role, how one logs in, and the headers of every answer. Rows are checked by the modules. */
@PagesOnly
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** Own files only; nothing inline, neither scripts nor styles. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static final RequestMatcher MACHINE = request -> {
        String path = request.getRequestURI();
        return path.startsWith("/api/")
                || path.startsWith("/ws/")
                || path.startsWith("/v3/")
                || path.equals("/metrics");
    };

    /** Static files: no session is looked up for them. */
    @Bean
    @Order(1)
    SecurityFilterChain staticFiles(HttpSecurity http) throws Exception {
        headers(http);
        return http.securityMatcher("/assets/**", "/webjars/**", "/favicon.ico", "/favicon.svg")
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .build();
    }

    /** Prometheus names itself by a token of its own; everybody else comes by {@link #everythingElse}. */
    @Bean
    @Order(1)
    SecurityFilterChain metrics(HttpSecurity http, ServerSettings settings) throws Exception {
        return http.securityMatcher(request -> "/metrics".equals(request.getRequestURI())
                        && isToken(settings.metricsToken(), request.getHeader(HttpHeaders.AUTHORIZATION)))
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /** In the same time whatever the header says. */
    private static boolean isToken(@Nullable String token, @Nullable String header) {
        return token != null
                && header != null
                && MessageDigest.isEqual(
                        ("Bearer " + token).getBytes(StandardCharsets.UTF_8), header.getBytes(StandardCharsets.UTF_8));
    }

    @Bean
    @Order(2)
    SecurityFilterChain everythingElse(
            HttpSecurity http, Accounts accounts, ApiTokens tokens, ProblemWriter problems, OidcLogin oidc)
            throws Exception {
        headers(http);
        oidc.addTo(http);
        CurrentActorFilter currentActor = new CurrentActorFilter(accounts, tokens, problems);
        return http.addFilterBefore(currentActor, LogoutFilter.class)
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(
                                "/login",
                                "/login/oidc",
                                OidcLogin.REFUSED_PATH,
                                "/health",
                                "/api/auth/token",
                                "/v3/api-docs/**",
                                "/calendar/*",
                                "/rooms/*/timetable",
                                "/departments/*/timetable",
                                "/itinerary/**",
                                "/preferences/**",
                                "/unsubscribe/**")
                        .permitAll()
                        .requestMatchers(
                                "/admin/accounts/**",
                                "/admin/mail/**",
                                "/admin/settings/**",
                                "/admin/audit/**",
                                "/admin/operations/**",
                                "/metrics",
                                "/admin/data/college")
                        .hasRole(Role.ADMIN.name())
                        .requestMatchers(
                                "/admin/**",
                                "/api/data/**",
                                "/api/imports/**",
                                "/api/generation-jobs/**",
                                "/api/timetable-workflow/**",
                                "/api/timetables/**",
                                "/api/assessment-centres/**")
                        .hasAnyRole(Role.ADMIN.name(), Role.STAFF.name())
                        .anyRequest()
                        .authenticated())
                .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository())
                        .ignoringRequestMatchers(CurrentActorFilter::hasBearer)
                        // the second by mail programs (RFC 8058): the link itself is the proof
                        .ignoringRequestMatchers("/api/auth/token", "/unsubscribe/**"))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .formLogin(form -> form.loginPage("/login")
                        .defaultSuccessUrl("/")
                        .failureHandler((request, response, e) -> response.sendRedirect(
                                e instanceof TooManyLoginsException ? "/login?limited" : "/login?error")))
                .logout(logout -> logout.logoutSuccessUrl("/login?logout").deleteCookies("SESSION"))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                (request, response, e) -> notLoggedIn(response, problems, e), MACHINE)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), request -> true)
                        .accessDeniedHandler((request, response, e) -> denied(request, response, problems, e)))
                .build();
    }

    /** After a login one lands on the page one wanted; programs and images get no session for it. */
    private static RequestCache pagesOnly() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod())
                && !MACHINE.matches(request)
                && request.getHeader("HX-Request") == null
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html"));
        return cache;
    }

    private static void headers(HttpSecurity http) throws Exception {
        http.headers(
                headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(
                                ReferrerPolicyHeaderWriter.ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"))
                        .crossOriginOpenerPolicy(policy -> policy.policy(
                                CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy.SAME_ORIGIN)));
    }

    private static void notLoggedIn(HttpServletResponse response, ProblemWriter problems, AuthenticationException e)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        problems.write(
                response,
                Problems.of(
                        HttpStatus.UNAUTHORIZED,
                        "Log in, or send 'Authorization: Bearer' with a token from /api/auth/token/."));
    }

    private static void denied(
            HttpServletRequest request, HttpServletResponse response, ProblemWriter problems, Exception e)
            throws IOException {
        String detail = e instanceof CsrfException
                ? "The form is too old or came from elsewhere. Reload the page and try again."
                : "Your account may not do this.";
        if (MACHINE.matches(request)) {
            problems.write(response, Problems.of(HttpStatus.FORBIDDEN, detail));
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, detail);
        }
    }
}
