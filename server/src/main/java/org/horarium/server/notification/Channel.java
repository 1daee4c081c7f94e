package org.horarium.server.notification;

/** By which way a notice comes. There is no way to miss one altogether. */
enum Channel {
    /** By mail and into the inbox. */
    BOTH,
    /** By mail only. */
    MAIL,
    /** Into the inbox only. */
    APP;

    boolean mail() {
        return this != APP;
    }

    boolean app() {
        return this != MAIL;
    }
}
