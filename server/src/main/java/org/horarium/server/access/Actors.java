package org.horarium.server.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is the current user. Controllers can also take an {@link Actor} as an argument. */
@Component
public class Actors {
    /**
     * The person behind this request.
     *
     * @throws AccessDeniedException when nobody is logged in
     */
    public Actor current() {
        Actor actor = currentOrNull();
        if (actor == null) {
            throw new AccessDeniedException("nobody is logged in.");
        }
        return actor;
    }

    /** The person behind this request; null when nobody is logged in. */
    public @Nullable Actor currentOrNull() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Actor actor ? actor : null;
    }
}
