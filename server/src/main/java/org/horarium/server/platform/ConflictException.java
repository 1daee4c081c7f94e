package org.horarium.server.platform;

import java.util.Map;

/** The thing is not in a state for this. REST answers 409. */
public class ConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> properties;

    /**
     * @param message what stands in the way and what to try
     * @param properties more members of the problem document, for example {@code job_id}
     */
    public ConflictException(String message, Map<String, Object> properties) {
        super(message);
        this.properties = Map.copyOf(properties);
    }

    /** @param message what stands in the way and what to try */
    public ConflictException(String message) {
        this(message, Map.of());
    }

    /** More members of the problem document. */
    public Map<String, Object> properties() {
        return properties;
    }
}
