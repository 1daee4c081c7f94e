package org.horarium.server.preference.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Actors;
import org.horarium.server.preference.round.Links;
import org.horarium.server.schedule.ScheduleFrames;
import org.horarium.server.schedule.ScheduleId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps visits in sessions, and looks at each request whether they are still allowed. */
@Component
public class Visits {
    private static final String KEY = "preference.visit.";

    private final Links links;
    private final Actors actors;
    private final ScheduleFrames frames;

    Visits(Links links, Actors actors, ScheduleFrames frames) {
        this.links = links;
        this.actors = actors;
        this.frames = frames;
    }

    /** Begins a visit, under a new session id: nobody else can have prepared the session. */
    public static void begin(HttpServletRequest request, ScheduleId schedule, PortalVisit visit) {
        HttpSession session = request.getSession(true);
        if (!session.isNew()) {
            request.changeSessionId();
        }
        request.getSession(true).setAttribute(KEY + schedule, visit);
    }

    /** Ends a visit. */
    static void end(HttpServletRequest request, UUID schedule) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(KEY + schedule);
        }
    }

    /** The visit of this request; null when there is none, or it is no longer allowed. */
    @Nullable
    PortalVisit current(HttpServletRequest request, UUID schedule) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(KEY + schedule) instanceof PortalVisit visit)) {
            return null;
        }
        return isAllowed(visit, schedule) ? visit : null;
    }

    private boolean isAllowed(PortalVisit visit, UUID schedule) {
        if (visit.link() != null) {
            return links.isGood(schedule, new Links.Target(visit.sheet(), visit.link()));
        }
        Actor actor = actors.currentOrNull();
        return actor != null
                && actor.email().equals(visit.account())
                && (!visit.forSomebodyElse()
                        || frames.open(new ScheduleId(schedule), "", actor).mayManage());
    }
}
