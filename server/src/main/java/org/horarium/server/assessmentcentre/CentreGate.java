package org.horarium.server.assessmentcentre;

import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Role;
import org.horarium.server.assessmentcentre.store.CentreStore;
import org.horarium.server.platform.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Who may see and change which centre: an admin all, staff those of their departments, faculty and students none. People
 * without an account see their own sheet by {@link PersonLinks a secret link}.
 */
@Component
class CentreGate {
    private final CentreStore store;

    CentreGate(CentreStore store) {
        this.store = store;
    }

    /** Ends the request with 403 unless they look after some centres. */
    void requireStaff(Actor actor) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
    }

    /** Ends the request with 403 unless they may look after centres of the department; null is the whole college. */
    void requireManage(Actor actor, @Nullable String department) {
        requireStaff(actor);
        if (department != null) {
            actor.requireManage(department);
        } else if (!actor.isAdmin()) {
            throw new AccessDeniedException("it is the whole college's, which administrators look after.");
        }
    }

    /**
     * A centre that they look after.
     *
     * @throws NotFoundException if there is none
     */
    AssessmentCentre open(Actor actor, UUID id) {
        requireStaff(actor);
        AssessmentCentre centre = store.find(id)
                .orElseThrow(() -> new NotFoundException(
                        "There is no assessment centre (%s). See the list of centres.".formatted(id)));
        requireManage(actor, centre.department());
        return centre;
    }

    /** As {@link #open}; nobody else changes it until the end of the transaction. */
    AssessmentCentre lock(Actor actor, UUID id) {
        open(actor, id);
        return store.lock(id)
                .orElseThrow(() -> new NotFoundException("The assessment centre (%s) was just removed.".formatted(id)));
    }
}
