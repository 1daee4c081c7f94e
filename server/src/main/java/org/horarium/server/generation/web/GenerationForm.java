package org.horarium.server.generation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.horarium.engine.variant.Variant;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Role;
import org.horarium.server.generation.GenerationJob;
import org.horarium.server.generation.GenerationJobs;
import org.horarium.server.generation.GenerationRequest;
import org.horarium.server.institution.PlanningChoices;
import org.horarium.server.institution.PlanningChoices.Department;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.schedule.ScheduleFrames;
import org.horarium.server.schedule.ScheduleId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The forms that ask for a timetable, by scope and on a schedule's tab. Their fields have the names of the REST interface, and so have their faults. */
@Controller
class GenerationForm {
    static final String TAB = "generation";

    private static final List<Integer> BUDGETS = List.of(10, 30, 60, 300, 900, 1800, 3600);
    private static final String VARIANTS = "variants";
    private static final List<String> TEXTS = List.of("department_id", "batch_id", "academic_year");
    private static final List<String> NUMBERS = List.of("semester", "time_budget_seconds", "seed");

    private final GenerationJobs jobs;
    private final PlanningChoices choices;
    private final ScheduleFrames frames;
    private final JobItems items;
    private final JsonMapper json;

    GenerationForm(
            GenerationJobs jobs, PlanningChoices choices, ScheduleFrames frames, JobItems items, JsonMapper json) {
        this.jobs = jobs;
        this.choices = choices;
        this.frames = frames;
        this.items = items;
        this.json = json;
    }

    @GetMapping("/admin/timetables/create")
    String show(Actor actor, @RequestParam MultiValueMap<String, String> given, Model model) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        Map<String, String> values = new HashMap<>();
        List<Department> departments = departments(actor);
        List<String> years = choices.academicYears();
        if (!departments.isEmpty() && !years.isEmpty()) {
            values.put("department_id", departments.get(0).code());
            values.put("academic_year", years.get(0));
            values.put("time_budget_seconds", Integer.toString(GenerationRequest.DEFAULT_SECONDS));
        }
        values.putAll(given.toSingleValueMap());
        return form(departments, years, values, wanted(given), Map.of(), model);
    }

    @PostMapping("/admin/timetables/create")
    String start(
            Actor actor, @RequestParam MultiValueMap<String, String> given, Model model, HttpServletResponse response) {
        try {
            GenerateBody read = GenerateBody.read(body(given));
            GenerationJob job = jobs.start(actor, read.request(), null, read.errors());
            return "redirect:/admin/generation-jobs/" + job.id();
        } catch (InvalidInputException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(
                    departments(actor),
                    choices.academicYears(),
                    given.toSingleValueMap(),
                    wanted(given),
                    byField(e),
                    model);
        } catch (ConflictException e) {
            addConflict(e, model, response);
            return form(
                    departments(actor),
                    choices.academicYears(),
                    given.toSingleValueMap(),
                    wanted(given),
                    Map.of(),
                    model);
        }
    }

    @GetMapping("/admin/schedules/{id}/generation")
    String ofSchedule(Actor actor, @PathVariable UUID id, Model model) {
        return scheduleForm(
                actor,
                id,
                Map.of("time_budget_seconds", Integer.toString(GenerationRequest.DEFAULT_SECONDS)),
                GenerationRequest.ALL_VARIANTS,
                Map.of(),
                model);
    }

    @PostMapping("/admin/schedules/{id}/generation")
    String startForSchedule(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> given,
            Model model,
            HttpServletResponse response) {
        try {
            GenerationJob job = jobs.start(actor, new ScheduleId(id), GenerateBody.search(body(given)), null);
            return "redirect:/admin/generation-jobs/" + job.id();
        } catch (InvalidInputException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return scheduleForm(actor, id, given.toSingleValueMap(), wanted(given), byField(e), model);
        } catch (ConflictException e) {
            addConflict(e, model, response);
            return scheduleForm(actor, id, given.toSingleValueMap(), wanted(given), Map.of(), model);
        }
    }

    private String scheduleForm(
            Actor actor,
            UUID id,
            Map<String, String> values,
            List<Variant> wanted,
            Map<String, String> errors,
            Model model) {
        ScheduleId schedule = new ScheduleId(id);
        model.addAttribute("frame", frames.open(schedule, TAB, actor));
        addSearch(values, wanted, errors, model);
        items.add(jobs.list(actor, schedule, null, JobItems.PAGE), model);
        return "generation/schedule";
    }

    private static Map<String, String> byField(InvalidInputException e) {
        Map<String, String> errors = new HashMap<>();
        e.errors().forEach(error -> errors.put(error.pointer().replaceFirst("^/", ""), error.detail()));
        return errors;
    }

    private static void addConflict(ConflictException e, Model model, HttpServletResponse response) {
        model.addAttribute("conflict", e.getMessage());
        model.addAttribute("running", e.properties().get("job_id"));
        response.setStatus(HttpStatus.CONFLICT.value());
    }

    /** The fields as the REST interface would get them; a number that is none stays a text and is told as a fault. */
    private ObjectNode body(MultiValueMap<String, String> given) {
        ObjectNode body = json.createObjectNode();
        List<String> variants = given.get(VARIANTS);
        if (variants != null) {
            ArrayNode names = body.putArray(VARIANTS);
            variants.forEach(names::add);
        }
        TEXTS.forEach(field -> body.put(field, given.getFirst(field)));
        NUMBERS.forEach(field -> {
            String value = given.getFirst(field);
            if (value != null && !value.isBlank()) {
                Long number = number(value.strip());
                if (number == null) {
                    body.put(field, value);
                } else {
                    body.put(field, number);
                }
            }
        });
        return body;
    }

    private static @Nullable Long number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private List<Department> departments(Actor actor) {
        return choices.departments().stream()
                .filter(department -> actor.mayManage(department.code()))
                .toList();
    }

    private static String form(
            List<Department> departments,
            List<String> years,
            Map<String, String> values,
            List<Variant> wanted,
            Map<String, String> errors,
            Model model) {
        model.addAttribute("departments", departments);
        model.addAttribute("years", years);
        model.addAttribute(
                "semesters",
                departments.stream()
                        .flatMap(d -> d.batches().stream())
                        .map(PlanningChoices.Batch::semester)
                        .distinct()
                        .sorted()
                        .toList());
        addSearch(values, wanted, errors, model);
        return "generation/create";
    }

    private static void addSearch(
            Map<String, String> values, List<Variant> wanted, Map<String, String> errors, Model model) {
        model.addAttribute("budgets", BUDGETS);
        model.addAttribute("values", values);
        model.addAttribute("variants", GenerationRequest.ALL_VARIANTS);
        model.addAttribute("wanted", wanted);
        model.addAttribute("errors", errors);
    }

    /** The variants that are ticked; all before anybody has ticked any. */
    private static List<Variant> wanted(MultiValueMap<String, String> given) {
        List<String> names = given.get(VARIANTS);
        return names == null
                ? GenerationRequest.ALL_VARIANTS
                : GenerationRequest.ALL_VARIANTS.stream()
                        .filter(variant -> names.contains(variant.label()))
                        .toList();
    }
}
