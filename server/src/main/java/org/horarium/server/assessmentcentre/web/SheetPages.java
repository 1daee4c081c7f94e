package org.horarium.server.assessmentcentre.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.assessmentcentre.AssessmentCentre;
import org.horarium.server.assessmentcentre.AssessmentCentres;
import org.horarium.server.assessmentcentre.PersonKind;
import org.horarium.server.assessmentcentre.PersonLinks;
import org.horarium.server.assessmentcentre.PlanVersion;
import org.horarium.server.assessmentcentre.sheet.PersonCalendar;
import org.horarium.server.assessmentcentre.sheet.Sheets;
import org.horarium.server.assessmentcentre.view.By;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.platform.ServerSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sheets to print, calendars, and the secret links to people's own. */
@Controller
@RequestMapping("/admin/assessment-centres/{id}")
class SheetPages {
    private final AssessmentCentres centres;
    private final PersonLinks links;
    private final Sheets sheets;
    private final ServerSettings settings;

    SheetPages(AssessmentCentres centres, PersonLinks links, Sheets sheets, ServerSettings settings) {
        this.centres = centres;
        this.links = links;
        this.sheets = sheets;
        this.settings = settings;
    }

    @GetMapping("/sheets")
    String show(Actor actor, @PathVariable UUID id, Model model) {
        return page(actor, id, List.of(), model);
    }

    private String page(Actor actor, UUID id, List<PersonLinks.Issued> issued, Model model) {
        AssessmentCentre centre = centres.get(actor, id);
        model.addAttribute("frame", new CentreFrame(centre, "sheets"));
        Optional<PlanVersion> version = centres.currentPlan(actor, id);
        if (version.isEmpty()) {
            return "assessmentcentre/none";
        }
        model.addAttribute("version", version.get());
        model.addAttribute("kinds", Sheets.Kind.values());
        model.addAttribute("participants", By.PARTICIPANT.subjects(version.get().centre()));
        model.addAttribute("assessors", By.ASSESSOR.subjects(version.get().centre()));
        model.addAttribute("links", links.list(actor, id));
        model.addAttribute("issued", issued);
        model.addAttribute("url", settings.publicUrl());
        return "assessmentcentre/sheets";
    }

    @GetMapping("/sheets/{kind}.pdf")
    ResponseEntity<byte[]> pdf(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable String of,
            Locale locale) {
        PlanVersion version = current(actor, id);
        return Downloads.pdf(
                sheets.pdf(version, Sheets.Kind.of(kind), of, locale),
                version.centre().name() + " " + kind + (of == null ? "" : " " + of));
    }

    @GetMapping("/sheets/calendar.ics")
    ResponseEntity<byte[]> calendar(
            Actor actor, @PathVariable UUID id, @RequestParam PersonKind kind, @RequestParam String person) {
        PlanVersion version = current(actor, id);
        By by = kind == PersonKind.PARTICIPANT ? By.PARTICIPANT : By.ASSESSOR;
        if (by.subjects(version.centre()).stream()
                .noneMatch(subject -> subject.id().equals(person))) {
            throw new NotFoundException("There is nobody with the id '%s' here.".formatted(person));
        }
        return Downloads.calendar(
                PersonCalendar.file(centres.plans(actor, id), version.number(), kind, person),
                version.centre().name() + " " + person);
    }

    private PlanVersion current(Actor actor, UUID id) {
        return centres.currentPlan(actor, id)
                .orElseThrow(() -> new NotFoundException("The assessment centre (%s) has no plan yet.".formatted(id)));
    }

    /** Shows the new links once; they are not kept anywhere, so there is no redirect. */
    @PostMapping("/links")
    String issue(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam PersonKind kind,
            @RequestParam(required = false) @Nullable String person,
            Model model) {
        List<PersonLinks.Issued> issued = person == null || person.isEmpty()
                ? links.issueAll(actor, id, kind)
                : List.of(links.issue(actor, id, kind, person));
        return page(actor, id, issued, model);
    }

    @PostMapping("/links/{link}/revoke")
    String revoke(Actor actor, @PathVariable UUID id, @PathVariable long link, RedirectAttributes redirect) {
        links.revoke(actor, id, link);
        redirect.addFlashAttribute("flash", "centre.flash.revoked");
        return "redirect:/admin/assessment-centres/" + id + "/sheets";
    }
}
