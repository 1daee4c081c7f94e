package org.horarium.server.access;

import org.springframework.security.core.AuthenticationException;

/** Too many failed logins lately. */
final class TooManyLoginsException extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    TooManyLoginsException() {
        super("Too many failed logins. Wait " + LoginService.WINDOW.toMinutes() + " minutes and try again.");
    }
}
