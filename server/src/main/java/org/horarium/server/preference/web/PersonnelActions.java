package org.horarium.server.preference.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.preference.portal.PortalVisit;
import org.horarium.server.preference.portal.Visits;
import org.horarium.server.preference.round.Invitations;
import org.horarium.server.preference.round.Links;
import org.horarium.server.preference.round.Rounds;
import org.horarium.server.schedule.ScheduleFrames;
import org.horarium.server.schedule.ScheduleId;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What can be done for single people, or all of them: links, reminders, more time, entering it for them. */
@Controller
@RequestMapping("/admin/schedules/{id}/personnel")
class PersonnelActions {
    private final Links links;
    private final Invitations invitations;
    private final Rounds rounds;
    private final ScheduleFrames frames;
    private final MessageSource messages;
    private final AuditLog audit;

    PersonnelActions(
            Links links,
            Invitations invitations,
            Rounds rounds,
            ScheduleFrames frames,
            MessageSource messages,
            AuditLog audit) {
        this.links = links;
        this.invitations = invitations;
        this.rounds = rounds;
        this.frames = frames;
        this.messages = messages;
        this.audit = audit;
    }

    /** A new link for a script to copy. */
    @PostMapping(path = "/link", headers = "X-Requested-With=copy")
    ResponseEntity<Map<String, String>> copy(Actor actor, @PathVariable UUID id, @RequestParam String person) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Map.of(
                        "link", links.make(new ScheduleId(id), person, actor).address()));
    }

    /** A new link, shown on the page: without scripts. */
    @PostMapping("/link")
    String show(Actor actor, @PathVariable UUID id, @RequestParam String person, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "newLink", links.make(new ScheduleId(id), person, actor).address());
        return PersonnelTab.back(id);
    }

    @PostMapping("/revoke")
    String revoke(Actor actor, @PathVariable UUID id, @RequestParam String person, RedirectAttributes redirect) {
        links.revoke(new ScheduleId(id), person, actor);
        redirect.addFlashAttribute("flash", "preference.link.revoked");
        return PersonnelTab.back(id);
    }

    @PostMapping("/invite")
    String invite(
            Actor actor,
            @PathVariable UUID id,
            HttpServletRequest request,
            Locale locale,
            RedirectAttributes redirect) {
        // as they are sent: a code may hold a comma
        String[] people = request.getParameterValues("person");
        tell(
                invitations.invite(new ScheduleId(id), people == null ? List.of() : List.of(people), actor, locale),
                "preference.invited",
                locale,
                redirect);
        return PersonnelTab.back(id);
    }

    @PostMapping("/remind")
    String remind(Actor actor, @PathVariable UUID id, Locale locale, RedirectAttributes redirect) {
        tell(invitations.remind(new ScheduleId(id), actor, locale), "preference.reminded", locale, redirect);
        return PersonnelTab.back(id);
    }

    private void tell(Invitations.Outcome outcome, String key, Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flashText", messages.getMessage(key, new Object[] {outcome.mailed()}, locale));
        if (!outcome.unreachable().isEmpty()) {
            redirect.addFlashAttribute(
                    "flashError",
                    messages.getMessage(
                            "preference.unreachable",
                            new Object[] {PersonnelTab.names(outcome.unreachable())},
                            locale));
        }
    }

    @PostMapping("/reopen")
    String reopen(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String person,
            @RequestParam String until,
            RedirectAttributes redirect) {
        try {
            rounds.reopen(new ScheduleId(id), person, until, actor);
            redirect.addFlashAttribute("flash", "preference.reopened");
        } catch (InvalidInputException | ConflictException e) {
            redirect.addFlashAttribute("flashError", e.getMessage());
        }
        return PersonnelTab.back(id);
    }

    /** Leads to the portal with somebody else's sheet; what is written there is marked. */
    @PostMapping("/proxy")
    String proxy(Actor actor, @PathVariable UUID id, @RequestParam String person, HttpServletRequest request) {
        ScheduleId schedule = new ScheduleId(id);
        frames.manage(schedule, actor);
        UUID sheet = rounds.sheetOf(schedule, person);
        audit.record(actor.email(), "preference.proxy", schedule.toString(), Map.of("person", person));
        Visits.begin(request, schedule, PortalVisit.forSomebodyElse(sheet, actor.email()));
        return "redirect:/preferences/" + id + "/sheet";
    }
}
