package org.horarium.server.access;

import java.io.Serializable;

/**
 * What a session keeps of its owner. Everything else is read anew for each request, so a changed role or a disabled
 * account counts at once.
 *
 * @param value key of the account
 */
record AccountId(long value) implements Serializable {
    private static final long serialVersionUID = 1L;
}
