package org.horarium.server.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.horarium.server.platform.InputError;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.Problems;
import org.horarium.server.platform.TooManyRequestsException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Gives a token for e-mail and password. */
@RestController
class TokenController {
    private final LoginService logins;
    private final ApiTokens tokens;

    TokenController(LoginService logins, ApiTokens tokens) {
        this.logins = logins;
        this.tokens = tokens;
    }

    /**
     * {@code {"username", "password"}} becomes {@code {"token", "expires_at", "scopes"}}; with {@code "scopes": ["data:read"]}
     * it opens only that, without them everything that the person may do.
     */
    @PostMapping("/api/auth/token")
    ResponseEntity<TokenAnswer> token(@RequestBody TokenRequest request, HttpServletRequest http) {
        List<InputError> errors = new ArrayList<>();
        String username = request.username();
        String password = request.password();
        if (username == null || username.isBlank()) {
            errors.add(new InputError("/username", "The e-mail address is missing."));
        }
        if (password == null || password.isEmpty()) {
            errors.add(new InputError("/password", "The password is missing."));
        }
        Set<TokenScope> scopes = Set.of(TokenScope.ALL);
        List<String> words = request.scopes();
        if (words != null) {
            try {
                scopes = TokenRequests.scopes(words, "/scopes");
            } catch (InvalidInputException e) {
                errors.addAll(e.errors());
            }
            if (words.isEmpty()) {
                errors.add(new InputError(
                        "/scopes",
                        "A token for nothing opens nothing. Leave the scopes out, or name some of: "
                                + String.join(", ", TokenScope.codes()) + "."));
            }
        }
        if (username == null || password == null || !errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        try {
            AccountId account = logins.login(username, password, http.getRemoteAddr(), "token");
            ApiTokens.Issued issued = tokens.issue(account, "by password", scopes, ApiTokens.LIFETIME);
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .body(new TokenAnswer(issued.token(), issued.expiresAt(), TokenRequests.codes(scopes)));
        } catch (TooManyLoginsException e) {
            throw new TooManyRequestsException(String.valueOf(e.getMessage()), LoginService.WINDOW);
        }
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onWrong(BadCredentialsException e) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .body(Problems.of(HttpStatus.UNAUTHORIZED, String.valueOf(e.getMessage())));
    }

    record TokenRequest(
            @Nullable String username,
            @Nullable String password,
            @Nullable List<String> scopes) {}

    record TokenAnswer(
            String token, @JsonProperty("expires_at") Instant expiresAt, List<String> scopes) {}
}
