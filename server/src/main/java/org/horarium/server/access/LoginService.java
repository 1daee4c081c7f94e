package org.horarium.server.access;

import java.time.Duration;
import java.util.Map;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.platform.RateLimiter;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** Checks e-mail and password, for the login page and for tokens alike; counts failures and keeps a record. */
@Service
class LoginService {
    static final Duration WINDOW = Duration.ofMinutes(10);
    /** Failures for one account from one address. */
    static final int MAX_FAILURES = 8;
    /** Failures for all accounts from one address: a university may share one. */
    static final int MAX_FAILURES_OF_ADDRESS = 60;

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final RateLimiter limiter;
    private final AuditLog audit;
    private final String hashOfNobody;

    LoginService(Accounts accounts, PasswordEncoder encoder, RateLimiter limiter, AuditLog audit) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.limiter = limiter;
        this.audit = audit;
        this.hashOfNobody = String.valueOf(encoder.encode("nobody has this password"));
    }

    /**
     * The account these belong to.
     *
     * @param address of the client, for the rate limit
     * @throws BadCredentialsException when they do not fit; it does not say which of the two is wrong
     * @throws TooManyLoginsException when there were too many failures
     */
    AccountId login(String email, String password, String address, String way) {
        String login = Accounts.normalised(email);
        String accountKey = "login:" + address + ":" + login;
        String addressKey = "login:" + address;
        if (limiter.current(accountKey) >= MAX_FAILURES || limiter.current(addressKey) >= MAX_FAILURES_OF_ADDRESS) {
            audit.record(login, "access.login-limited", way, Map.of("address", address));
            throw new TooManyLoginsException();
        }
        Accounts.Credentials credentials = accounts.credentials(login);
        // an unknown account costs the same time as a wrong password
        boolean matches = encoder.matches(password, credentials == null ? hashOfNobody : credentials.hash());
        if (credentials == null || !matches) {
            limiter.count(accountKey, WINDOW);
            limiter.count(addressKey, WINDOW);
            audit.record(login, "access.login-failed", way, Map.of("address", address));
            throw new BadCredentialsException("E-mail or password is wrong.");
        }
        limiter.reset(accountKey);
        audit.record(login, "access.login", way, Map.of("address", address));
        return new AccountId(credentials.accountId());
    }
}
