package org.horarium.server.assessmentcentre.web;

import org.horarium.server.platform.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The header If-Match, which names the version that somebody has read. */
final class Versions {
    private Versions() {}

    /** How a version is written in ETag and If-Match. */
    static String tag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version of a header.
     *
     * @throws ResponseStatusException with 428 when the header is missing
     * @throws InvalidInputException when it is no version
     */
    static long of(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new ResponseStatusException(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "Say which version you have read: send the header If-Match with the ETag of the centre.");
        }
        try {
            return Long.parseLong(ifMatch.strip().replace("W/", "").replace("\"", ""));
        } catch (NumberFormatException e) {
            throw new InvalidInputException(
                    "", "The If-Match (%s) is no version. Take the ETag of the centre.".formatted(ifMatch));
        }
    }
}
