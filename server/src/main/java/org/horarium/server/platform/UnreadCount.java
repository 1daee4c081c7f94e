package org.horarium.server.platform;

/** A bean that knows how much lies unread before the person who is logged in; the bell of every page shows it. */
public interface UnreadCount {
    /** How many; 0 when nobody is logged in. */
    long unread();
}
