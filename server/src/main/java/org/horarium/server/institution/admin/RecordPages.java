package org.horarium.server.institution.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.institution.records.RecordEdit;
import org.horarium.server.institution.records.RecordEdit.Origin;
import org.horarium.server.institution.records.RecordFault;
import org.horarium.server.institution.records.RecordKind;
import org.horarium.server.institution.records.Records;
import org.horarium.server.institution.records.StoredRecord;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.platform.StaleEditException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms in which records are made, changed, archived and deleted, one or many at once; and the way back. */
@Controller
@RequestMapping("/admin/data")
class RecordPages {
    private final Records records;
    private final RecordForm form;
    private final ActivityCount activities;

    RecordPages(Records records, RecordForm form, ActivityCount activities) {
        this.records = records;
        this.form = form;
        this.activities = activities;
    }

    @GetMapping("/{kind}/new")
    String newRecord(Actor actor, @PathVariable String kind, @RequestParam Map<String, String> given, Model model) {
        RecordKind what = DataPages.kind(kind);
        Map<String, String> values = new java.util.HashMap<>();
        what.editable()
                .forEach(column -> values.put(column.name(), given.getOrDefault(column.name(), column.fallback())));
        return show(what, null, values, Map.of(), List.of(), actor, model);
    }

    @PostMapping("/{kind}")
    String create(
            Actor actor,
            @PathVariable String kind,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        RecordKind what = DataPages.kind(kind);
        Map<String, String> values = form.read(what, request.getParameterMap(), Map.of());
        Records.Done done = records.save(new RecordEdit(what, Origin.FORM, values), null, actor);
        if (done.plan().possible()) {
            return done(
                    redirect,
                    what,
                    done.undo(),
                    "created",
                    request.getParameter("again") == null
                            ? "redirect:/admin/data/" + what.path()
                            : "redirect:/admin/data/" + what.path() + "/new");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(what, null, values, Map.of(), done.plan().faults(), actor, model);
    }

    @GetMapping("/{kind}/records/{code}")
    String edit(Actor actor, @PathVariable String kind, @PathVariable String code, Model model) {
        RecordKind what = DataPages.kind(kind);
        StoredRecord record = records.get(what, code, actor);
        return show(what, record, record.values(), Map.of(), List.of(), actor, model);
    }

    @PostMapping("/{kind}/records/{code}")
    String update(
            Actor actor,
            @PathVariable String kind,
            @PathVariable String code,
            @RequestParam long version,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        RecordKind what = DataPages.kind(kind);
        StoredRecord record = records.get(what, code, actor);
        Map<String, String> values = form.read(what, request.getParameterMap(), record.values());
        values.put("code", code);
        try {
            Records.Done done = records.save(new RecordEdit(what, Origin.FORM, values), version, actor);
            if (done.plan().possible()) {
                return done(redirect, what, done.undo(), "changed", "redirect:/admin/data/" + what.path());
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(what, record, values, Map.of(), done.plan().faults(), actor, model);
        } catch (StaleEditException e) {
            response.setStatus(HttpStatus.PRECONDITION_FAILED.value());
            model.addAttribute("stale", true);
            return show(what, record, values, record.values(), List.of(), actor, model);
        }
    }

    private String show(
            RecordKind kind,
            @Nullable StoredRecord record,
            Map<String, String> values,
            Map<String, String> theirs,
            List<RecordFault> faults,
            Actor actor,
            Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("record", record);
        model.addAttribute("mayChange", record == null || record.mine());
        model.addAttribute("fields", form.fields(kind, values, theirs, faults, actor));
        model.addAttribute(
                "general",
                faults.stream()
                        .filter(fault -> fault.column().isEmpty())
                        .map(RecordFault::message)
                        .toList());
        model.addAttribute("faulty", !faults.isEmpty());
        if (kind == RecordKind.TEMPLATES) {
            model.addAttribute("count", activities.of(values));
        }
        return "institution/record";
    }

    /** The live count of a template's form: how many activities its values would make. */
    @GetMapping("/templates/activities")
    String activities(Actor actor, @RequestParam Map<String, String> params, Model model) {
        actor.requireRole(org.horarium.server.access.Role.ADMIN, org.horarium.server.access.Role.STAFF);
        model.addAttribute(
                "count",
                activities.of(Map.of(
                        "course", params.getOrDefault("v.course", ""),
                        "attendees", params.getOrDefault("v.attendees", ""),
                        "sessions_per_week", params.getOrDefault("v.sessions_per_week", ""))));
        return "institution/record :: count";
    }

    @GetMapping("/{kind}/records/{code}/delete")
    String confirm(Actor actor, @PathVariable String kind, @PathVariable String code, Model model) {
        RecordKind what = DataPages.kind(kind);
        model.addAttribute("kind", what);
        model.addAttribute("record", records.get(what, code, actor));
        model.addAttribute("uses", records.uses(what, code, true));
        model.addAttribute("parts", records.parts(what, code, false));
        return "institution/delete";
    }

    @PostMapping("/{kind}/records/{code}/delete")
    String delete(
            Actor actor,
            @PathVariable String kind,
            @PathVariable String code,
            @RequestParam long version,
            RedirectAttributes redirect) {
        RecordKind what = DataPages.kind(kind);
        try {
            UUID undo = records.delete(what, code, version, actor);
            return done(redirect, what, undo, "deleted", "redirect:/admin/data/" + what.path());
        } catch (ConflictException | StaleEditException e) {
            redirect.addFlashAttribute("flashError", e.getMessage());
            redirect.addAttribute("code", code);
            return "redirect:/admin/data/" + what.path() + "/records/{code}/delete";
        }
    }

    /** Archives, restores or changes the records that were ticked. */
    @PostMapping("/{kind}/bulk")
    String bulk(
            Actor actor,
            @PathVariable String kind,
            @RequestParam String action,
            @RequestParam(defaultValue = "") List<String> codes,
            @RequestParam(defaultValue = "") String column,
            @RequestParam(defaultValue = "") String value,
            RedirectAttributes redirect) {
        RecordKind what = DataPages.kind(kind);
        String back = "redirect:/admin/data/" + what.path();
        if (codes.isEmpty()) {
            redirect.addFlashAttribute("flashErrorKey", "data.bulk.none");
            return back;
        }
        try {
            switch (action) {
                case "archive" -> {
                    return done(redirect, what, records.archive(what, codes, true, actor), "archived", back);
                }
                case "restore" -> {
                    return done(redirect, what, records.archive(what, codes, false, actor), "restored", back);
                }
                case "change" -> {
                    what.column(column);
                    Records.Done done = records.apply(
                            codes.stream()
                                    .map(code -> new RecordEdit(what, Origin.FORM, Map.of("code", code, column, value)))
                                    .toList(),
                            actor,
                            "changed");
                    if (done.plan().possible()) {
                        return done(redirect, what, done.undo(), "changed", back);
                    }
                    redirect.addFlashAttribute(
                            "flashError", done.plan().faults().get(0).message());
                    return back;
                }
                default -> throw new NotFoundException("There is no action (" + action + ").");
            }
        } catch (ConflictException | IllegalArgumentException e) {
            redirect.addFlashAttribute("flashError", e.getMessage());
            return back;
        }
    }

    @PostMapping("/undo/{id}")
    String undo(Actor actor, @PathVariable UUID id, @RequestParam String kind, RedirectAttributes redirect) {
        RecordKind what = DataPages.kind(kind);
        try {
            records.undo(id, actor);
            redirect.addFlashAttribute("flash", "data.undone");
        } catch (ConflictException e) {
            redirect.addFlashAttribute("flashError", e.getMessage());
        }
        return "redirect:/admin/data/" + what.path();
    }

    private static String done(
            RedirectAttributes redirect, RecordKind kind, @Nullable UUID undo, String what, String to) {
        redirect.addFlashAttribute("flash", undo == null ? "data.unchanged" : "data.done." + what);
        if (undo != null) {
            redirect.addFlashAttribute("undoPath", "/admin/data/undo/" + undo + "?kind=" + kind.path());
        }
        return to;
    }
}
