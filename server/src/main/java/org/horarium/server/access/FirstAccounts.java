package org.horarium.server.access;

import java.util.ArrayList;
import java.util.List;
import org.horarium.server.platform.PagesOnly;
import org.horarium.server.platform.ServerSettings;
import org.horarium.server.platform.StartNotice;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the first accounts, so that somebody can log in: the four of the demo, or one administrator without it. Their
 * passwords are random and printed once, unless the settings give one, which then counts at every start.
 */
@PagesOnly
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FirstAccounts implements ApplicationRunner, StartNotice {
    private final Accounts accounts;
    private final ServerSettings settings;
    private final TransactionTemplate transaction;
    private final List<String> lines = new ArrayList<>();

    FirstAccounts(Accounts accounts, ServerSettings settings, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.settings = settings;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(status -> {
            boolean first = accounts.count() == 0;
            if (settings.demo()) {
                for (DemoLogin login : DemoLogin.values()) {
                    ensureDemo(login, first);
                }
            } else if (first) {
                String password = Passwords.random();
                accounts.create(NewAccount.of("admin@localhost", "Administrator", Role.ADMIN, password));
                lines.add("First login: admin@localhost / " + password + " (change the password on the account page)");
            }
        });
    }

    @Override
    public List<String> lines() {
        return List.copyOf(lines);
    }

    private void ensureDemo(DemoLogin login, boolean first) {
        String given = givenPassword();
        if (first) {
            String password = given == null ? Passwords.random() : given;
            accounts.create(NewAccount.of(login.email(), login.fullName(), login.role(), password));
            if (lines.isEmpty()) {
                lines.add("Demo logins (shown once):");
            }
            lines.add("  %-28s %s".formatted(login.email(), given == null ? password : "(HORARIUM_DEMO_PASSWORD)"));
        } else if (given != null && accounts.exists(login.email())) {
            accounts.setPassword(login.email(), given);
        }
    }

    private @Nullable String givenPassword() {
        String given = settings.demoPassword();
        return given == null || given.isEmpty() ? null : given;
    }
}
