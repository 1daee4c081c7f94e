package org.horarium.server.platform;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Makes problem documents (RFC 9457) that all look the same. */
public final class Problems {
    private Problems() {}

    /**
     * A document with a stable type for its status.
     *
     * @param detail for people; what happened and what to try
     */
    public static ProblemDetail of(HttpStatusCode status, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        HttpStatus known = HttpStatus.resolve(status.value());
        problem.setType(URI.create("urn:horarium:problem:"
                + (known == null
                        ? Integer.toString(status.value())
                        : known.name().toLowerCase(Locale.ROOT).replace('_', '-'))));
        return problem;
    }

    /** A 400 with the faults of the input. */
    public static ProblemDetail ofInput(List<InputError> errors) {
        ProblemDetail problem = of(
                HttpStatus.BAD_REQUEST,
                errors.size() == 1
                        ? errors.get(0).detail()
                        : "The input has " + errors.size() + " faults; see errors.");
        problem.setProperty("errors", errors);
        return problem;
    }
}
