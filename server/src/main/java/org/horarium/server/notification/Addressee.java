package org.horarium.server.notification;

import org.jspecify.annotations.Nullable;

/**
 * Somebody to be told something.
 *
 * @param kind how the person is known
 * @param key the code of the record, or the login
 * @param name for people
 * @param email address of the record; null where it has none (the account's login is used then, if there is an account)
 */
public record Addressee(
        Kind kind, String key, String name, @Nullable String email) {
    /** How a person is known. */
    public enum Kind {
        /** By the login. */
        LOGIN,
        /** By the code of a personnel record. */
        PERSON,
        /** By the code of a student record. */
        STUDENT
    }

    /** The owner of an account. */
    public static Addressee login(String login, String name) {
        return new Addressee(Kind.LOGIN, login, name, login);
    }
}
