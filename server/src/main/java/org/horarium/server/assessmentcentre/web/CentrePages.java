package org.horarium.server.assessmentcentre.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.horarium.assessment.model.AssessmentType;
import org.horarium.assessment.model.Centre;
import org.horarium.formats.Fault;
import org.horarium.formats.FormatException;
import org.horarium.formats.assessment.CentreReader;
import org.horarium.formats.assessment.CentreWriter;
import org.horarium.formats.assessment.ExampleCentre;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Role;
import org.horarium.server.assessmentcentre.AssessmentCentre;
import org.horarium.server.assessmentcentre.AssessmentCentres;
import org.horarium.server.institution.PlanningChoices;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.StaleEditException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of centres, and making and changing one: by form or by file, always with a look at it before it is saved. */
@Controller
@RequestMapping("/admin/assessment-centres")
class CentrePages {
    private final AssessmentCentres centres;
    private final PlanningChoices choices;

    CentrePages(AssessmentCentres centres, PlanningChoices choices) {
        this.centres = centres;
        this.choices = choices;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("q", q);
        model.addAttribute("page", centres.page(actor, q, page));
        return "assessmentcentre/list";
    }

    @GetMapping("/new")
    String form(
            Actor actor,
            @RequestParam(defaultValue = "form") String by,
            @RequestParam(defaultValue = "") String example,
            Model model) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        boolean filled = example.equals("two-days");
        String document = filled ? ExampleCentre.TWO_DAYS.json() : "";
        CentreForm form = filled
                ? CentreForm.of(CentreReader.read(document))
                : CentreForm.usual(LocalDate.now().with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
        return edit(actor, model, by, form, document, List.of(), null);
    }

    /** Looks at what was entered; nothing is saved. */
    @PostMapping("/preview")
    String preview(
            Actor actor,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        return look(actor, null, sent, file, model, response);
    }

    @PostMapping("/{id}/preview")
    String preview(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        return look(actor, centres.get(actor, id), sent, file, model, response);
    }

    private String look(
            Actor actor,
            @Nullable AssessmentCentre existing,
            MultiValueMap<String, String> sent,
            @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        CentreForm form = CentreForm.of(sent);
        boolean byForm = form.get("by").equals("form");
        String document = byForm
                ? form.json()
                : file == null || file.isEmpty()
                        ? form.get("document")
                        : new String(file.getBytes(), StandardCharsets.UTF_8);
        model.addAttribute("department", form.get("department"));
        model.addAttribute("version", form.get("version"));
        List<Fault> own = byForm ? form.faults() : List.of();
        try {
            Centre centre = CentreReader.read(document);
            if (!own.isEmpty()) {
                throw new FormatException(own);
            }
            if (form.get("again").equals("true")) {
                boolean fits = CentreForm.holds(centre);
                return edit(actor, model, fits ? "form" : "file", CentreForm.of(centre), document, List.of(), existing);
            }
            model.addAttribute("preview", centre);
            model.addAttribute("document", CentreWriter.write(centre));
            model.addAttribute("existing", existing);
            return "assessmentcentre/preview";
        } catch (FormatException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return edit(actor, model, byForm ? "form" : "file", form, document, with(own, e.faults()), existing);
        }
    }

    private static List<Fault> with(List<Fault> own, List<Fault> found) {
        List<Fault> all = new ArrayList<>(found);
        own.stream().filter(fault -> !all.contains(fault)).forEach(all::add);
        return all;
    }

    private String edit(
            Actor actor,
            Model model,
            String by,
            CentreForm form,
            String document,
            List<Fault> faults,
            @Nullable AssessmentCentre existing) {
        Map<String, String> messages = faults.stream()
                .collect(Collectors.toMap(
                        CentreForm::field, Fault::message, (first, second) -> first + " " + second, TreeMap::new));
        model.addAttribute("by", by);
        model.addAttribute("form", form);
        model.addAttribute("document", document);
        model.addAttribute("problems", faults);
        model.addAttribute("faults", messages);
        model.addAttribute("types", AssessmentType.ids());
        model.addAttribute("existing", existing);
        model.addAttribute(
                "departments",
                choices.departments().stream()
                        .filter(d -> actor.mayManage(d.code()))
                        .toList());
        model.addAttribute("wholeCollege", actor.isAdmin());
        if (existing != null) {
            model.addAttribute("frame", new CentreFrame(existing, "edit"));
        }
        return "assessmentcentre/edit";
    }

    @PostMapping
    String create(
            Actor actor,
            @RequestParam String document,
            @RequestParam(defaultValue = "") String department,
            RedirectAttributes redirect) {
        try {
            UUID id = centres.create(actor, department, CentreReader.read(document));
            redirect.addFlashAttribute("flash", "centre.created");
            return "redirect:/admin/assessment-centres/" + id;
        } catch (InvalidInputException e) {
            redirect.addFlashAttribute("flashError", String.valueOf(e.getMessage()));
            return "redirect:/admin/assessment-centres/new";
        }
    }

    @GetMapping("/{id}/edit")
    String edit(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String by, Model model) {
        AssessmentCentre centre = centres.get(actor, id);
        boolean fits = CentreForm.holds(centre.centre());
        model.addAttribute("version", centre.version());
        return edit(
                actor,
                model,
                fits && !by.equals("file") ? "form" : "file",
                CentreForm.of(centre.centre()),
                CentreWriter.write(centre.centre()),
                List.of(),
                centre);
    }

    @PostMapping("/{id}/edit")
    String save(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String document,
            @RequestParam long version,
            RedirectAttributes redirect) {
        try {
            centres.update(actor, id, version, CentreReader.read(document));
            redirect.addFlashAttribute("flash", "centre.changed");
        } catch (StaleEditException | InvalidInputException e) {
            redirect.addFlashAttribute("flashError", String.valueOf(e.getMessage()));
            return "redirect:/admin/assessment-centres/" + id + "/edit";
        }
        return "redirect:/admin/assessment-centres/" + id;
    }

    @PostMapping("/{id}/delete")
    String delete(Actor actor, @PathVariable UUID id, @RequestParam long version, RedirectAttributes redirect) {
        try {
            centres.delete(actor, id, version);
            redirect.addFlashAttribute("flash", "centre.removed");
            return "redirect:/admin/assessment-centres";
        } catch (StaleEditException | ConflictException e) {
            redirect.addFlashAttribute("flashError", String.valueOf(e.getMessage()));
            return "redirect:/admin/assessment-centres/" + id + "/edit";
        }
    }
}
