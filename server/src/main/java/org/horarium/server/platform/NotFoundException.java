package org.horarium.server.platform;

/** There is no such thing, or this person may not know that there is. REST answers 404. */
public class NotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message which thing with which id, and where to look */
    public NotFoundException(String message) {
        super(message);
    }
}
