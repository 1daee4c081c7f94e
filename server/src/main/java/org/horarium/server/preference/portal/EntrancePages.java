package org.horarium.server.preference.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.horarium.server.access.Actors;
import org.horarium.server.preference.round.Links;
import org.horarium.server.preference.round.Rounds;
import org.horarium.server.preference.sheet.Sheet;
import org.horarium.server.schedule.ScheduleId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page of a link, and the button that lets in. */
@Controller
@RequestMapping("/preferences/{id}")
class EntrancePages {
    private final Portal portal;
    private final Visits visits;
    private final Rounds rounds;
    private final Actors actors;

    EntrancePages(Portal portal, Visits visits, Rounds rounds, Actors actors) {
        this.portal = portal;
        this.visits = visits;
        this.rounds = rounds;
        this.actors = actors;
    }

    /** Changes nothing, however often it is asked. */
    @GetMapping
    String entrance(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        UUID schedule = uuid(id);
        if (token != null) {
            Optional<Sheet> sheet =
                    portal.sheet(portal.target(schedule, token, request).sheet());
            if (sheet.isEmpty()) {
                return notAsked(response);
            }
            model.addAttribute("sheet", sheet.get());
            model.addAttribute("token", token);
            return "portal/entrance";
        }
        if (visits.current(request, schedule) != null) {
            return "redirect:/preferences/" + schedule + "/sheet";
        }
        String own = portal.ownCode(schedule);
        if (own == null) {
            throw Portal.missing();
        }
        if (!portal.isAsked(schedule, own)) {
            return notAsked(response);
        }
        model.addAttribute("personName", actors.current().fullName());
        model.addAttribute("schedule", schedule);
        return "portal/entrance";
    }

    private static String notAsked(HttpServletResponse response) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        return "portal/not-asked";
    }

    /** Moves the token into the session. */
    @PostMapping("/enter")
    String enter(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        UUID schedule = uuid(id);
        PortalVisit visit;
        if (token != null) {
            Links.Target target = portal.target(schedule, token, request);
            visit = PortalVisit.byLink(target.sheet(), target.link());
        } else {
            String own = portal.ownCode(schedule);
            if (own == null) {
                throw Portal.missing();
            }
            if (!portal.isAsked(schedule, own)) {
                return notAsked(response);
            }
            visit = PortalVisit.byAccount(
                    rounds.sheetOf(new ScheduleId(schedule), own),
                    Objects.requireNonNull(actors.current().email()));
        }
        if (portal.sheet(visit.sheet()).isEmpty()) {
            return notAsked(response);
        }
        Visits.begin(request, new ScheduleId(schedule), visit);
        portal.opened(visit.sheet());
        return "redirect:/preferences/" + schedule + "/sheet";
    }

    /** Lets go of the sheet in this browser. */
    @PostMapping("/leave")
    String leave(@PathVariable String id, HttpServletRequest request) {
        Visits.end(request, uuid(id));
        return "portal/left";
    }

    static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Portal.missing();
        }
    }
}
