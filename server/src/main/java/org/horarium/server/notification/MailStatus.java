package org.horarium.server.notification;

/** Where a mail stands. */
public enum MailStatus {
    /** To be sent, now or after a pause. */
    WAITING,
    /** An attempt is being made. */
    SENDING,
    /** The mail server took it. */
    SENT,
    /** Given up. */
    FAILED,
    /** There was no mail server to send it to; it can be read here. */
    KEPT
}
