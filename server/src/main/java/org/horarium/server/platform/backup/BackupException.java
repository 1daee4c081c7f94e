package org.horarium.server.platform.backup;

/** A backup could not be made or restored; nothing was changed. The message says why and what to try. */
public final class BackupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BackupException(String message) {
        super(message);
    }

    BackupException(String message, Throwable cause) {
        super(message, cause);
    }
}
