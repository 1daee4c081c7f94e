package org.horarium.server.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which scopes open which paths. The first rule that fits counts; where none does, only {@link TokenScope#ALL} opens, so a new
 * path is closed to narrow tokens until it has a rule. Who may write may also read.
 */
final class ScopeRules {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Open to every token, whatever its scopes. */
    private static final List<PathPattern> OPEN =
            List.of(pattern("/health"), pattern("/v3/**"), pattern("/api/auth/token"));

    private static final List<Rule> RULES = List.of(
            // timetables and the jobs that make them
            write("/api/generation-jobs/{id}/approve", TokenScope.DECIDE),
            write("/api/generation-jobs/{id}/variants/{variant}/comments", TokenScope.GENERATE, TokenScope.DECIDE),
            write("/api/generation-jobs/**", TokenScope.GENERATE),
            write("/api/timetable-variants/**", TokenScope.GENERATE),
            write("/api/timetable-workflow/{id}/board/**", TokenScope.TIMETABLES_EDIT),
            write("/api/timetable-workflow/{id}/comments/**", TokenScope.TIMETABLES_EDIT, TokenScope.DECIDE),
            write("/api/timetable-workflow/**", TokenScope.DECIDE),
            // carrying a suggestion out changes data and plans: that is for tokens for everything
            write("/api/schedules/{id}/explanations", TokenScope.GENERATE),
            write("/api/schedules/{id}/explanations/{explanation}/stop", TokenScope.GENERATE),
            read("/api/generation-jobs/**", TokenScope.TIMETABLES_READ, TokenScope.GENERATE, TokenScope.DECIDE),
            read("/ws/generation-jobs/**", TokenScope.TIMETABLES_READ, TokenScope.GENERATE),
            read("/api/timetable/**", TokenScope.TIMETABLES_READ, TokenScope.GENERATE),
            read("/api/timetable-variants/**", TokenScope.TIMETABLES_READ, TokenScope.GENERATE),
            read(
                    "/api/timetable-workflow/**",
                    TokenScope.TIMETABLES_READ,
                    TokenScope.TIMETABLES_EDIT,
                    TokenScope.DECIDE),
            read("/api/timetables/**", TokenScope.TIMETABLES_READ, TokenScope.TIMETABLES_EDIT, TokenScope.DECIDE),
            // master data
            write("/api/data/**", TokenScope.DATA_WRITE),
            write("/api/imports/**", TokenScope.DATA_WRITE),
            read("/api/imports/**", TokenScope.DATA_WRITE),
            read("/api/data/**", TokenScope.DATA_READ, TokenScope.DATA_WRITE),
            read("/api/departments/**", TokenScope.DATA_READ, TokenScope.DATA_WRITE),
            read("/api/batches/**", TokenScope.DATA_READ, TokenScope.DATA_WRITE),
            read("/api/personnel/**", TokenScope.DATA_READ, TokenScope.DATA_WRITE),
            read("/api/rooms/**", TokenScope.DATA_READ, TokenScope.DATA_WRITE),
            read("/api/courses/**", TokenScope.DATA_READ, TokenScope.DATA_WRITE),
            read("/api/terms/**", TokenScope.DATA_READ, TokenScope.DATA_WRITE),
            read("/api/schedules/**", TokenScope.DATA_READ, TokenScope.DATA_WRITE, TokenScope.GENERATE),
            // assessment centres
            read("/api/assessment-centres/**", TokenScope.CENTRES_READ, TokenScope.CENTRES_WRITE),
            write("/api/assessment-centres/**", TokenScope.CENTRES_WRITE));

    private record Rule(boolean reading, PathPattern path, Set<TokenScope> scopes) {}

    private ScopeRules() {}

    /**
     * The scopes of which a token needs one.
     *
     * @param method of the request, upper case
     * @param path of the request, as it came, without the query
     * @return {@link TokenScope#ALL} is always among them; all scopes where any token is good enough
     */
    static Set<TokenScope> opening(String method, String path) {
        PathContainer container = PathContainer.parsePath(path);
        if (OPEN.stream().anyMatch(open -> open.matches(container))) {
            return EnumSet.allOf(TokenScope.class);
        }
        boolean reading = READING.contains(method);
        Set<TokenScope> opening = EnumSet.of(TokenScope.ALL);
        RULES.stream()
                .filter(rule -> rule.reading() == reading && rule.path().matches(container))
                .findFirst()
                .ifPresent(rule -> opening.addAll(rule.scopes()));
        return opening;
    }

    private static Rule read(String path, TokenScope... scopes) {
        return new Rule(true, pattern(path), Set.of(scopes));
    }

    private static Rule write(String path, TokenScope... scopes) {
        return new Rule(false, pattern(path), Set.of(scopes));
    }

    private static PathPattern pattern(String path) {
        return PathPatternParser.defaultInstance.parse(path);
    }
}
