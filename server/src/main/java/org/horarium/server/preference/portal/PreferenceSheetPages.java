package org.horarium.server.preference.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.horarium.server.platform.InputError;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.RateLimiter;
import org.horarium.server.platform.StaleEditException;
import org.horarium.server.platform.TooManyRequestsException;
import org.horarium.server.preference.sheet.Item;
import org.horarium.server.preference.sheet.Items;
import org.horarium.server.preference.sheet.PreferenceSheets;
import org.horarium.server.preference.sheet.Sheet;
import org.horarium.server.preference.sheet.SheetClosedException;
import org.horarium.server.preference.sheet.SheetContent;
import org.horarium.server.preference.sheet.Texts;
import org.horarium.server.preference.sheet.WeekSlots;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The sheet: a form that works by itself, and better with the script beside it. */
@Controller
@RequestMapping("/preferences/{id}")
class PreferenceSheetPages {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** Far more than anybody types. */
    private static final int MAX_SAVES = 180;

    private static final String MOVE_UP = "up:";
    private static final String MOVE_DOWN = "down:";

    private final Portal portal;
    private final Visits visits;
    private final PreferenceSheets sheets;
    private final Items items;
    private final WeekSlots weeks;
    private final RateLimiter limiter;
    private final Texts texts;

    PreferenceSheetPages(
            Portal portal,
            Visits visits,
            PreferenceSheets sheets,
            Items items,
            WeekSlots weeks,
            RateLimiter limiter,
            Texts texts) {
        this.portal = portal;
        this.visits = visits;
        this.sheets = sheets;
        this.items = items;
        this.weeks = weeks;
        this.limiter = limiter;
        this.texts = texts;
    }

    /** What a save answers to the script. */
    record Saved(long version, boolean changedSinceSubmission) {}

    private PortalVisit visit(UUID schedule, HttpServletRequest request) {
        PortalVisit visit = visits.current(request, schedule);
        if (visit == null) {
            throw Portal.missing();
        }
        return visit;
    }

    @GetMapping("/sheet")
    String show(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model model) {
        PortalVisit visit = visit(EntrancePages.uuid(id), request);
        Optional<Sheet> sheet = portal.sheet(visit.sheet());
        if (sheet.isEmpty()) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            return "portal/not-asked";
        }
        return page(sheet.get(), sheet.get().draft(), visit, List.of(), model);
    }

    private String page(Sheet sheet, SheetContent content, PortalVisit visit, List<InputError> faults, Model model) {
        List<Item> own = items.of(sheet.schedule(), sheet.person().id(), sheet.seed());
        WeekSlots.Week week = weeks.of(sheet.schedule(), sheet.person().id());
        model.addAttribute("view", SheetView.of(sheet, content, own, week, visit.proxy()));
        model.addAttribute("faults", faults);
        model.addAttribute(
                "mayCopy",
                sheet.open()
                        && sheet.draft().saysNothing()
                        && sheets.earlier(sheet).isPresent());
        return "portal/sheet";
    }

    /** Saves, for the script. */
    @PostMapping(path = "/sheet", headers = "X-Requested-With=autosave")
    ResponseEntity<Saved> autosave(@PathVariable String id, HttpServletRequest request) {
        PortalVisit visit = visit(EntrancePages.uuid(id), request);
        limit(visit);
        SheetForm form = SheetForm.of(request);
        Sheet sheet = sheets.save(visit.sheet(), form.version(), form.content(texts), visit.proxy());
        return ResponseEntity.ok(new Saved(sheet.version(), sheet.isChangedSinceSubmission()));
    }

    /**
     * Saves or submits.
     *
     * @param action {@code save}, {@code submit}, {@code copy}, or {@code up:} or {@code down:} with a template
     */
    @PostMapping("/sheet")
    String send(
            @PathVariable String id,
            @RequestParam(defaultValue = "save") String action,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        UUID schedule = EntrancePages.uuid(id);
        PortalVisit visit = visit(schedule, request);
        limit(visit);
        if (portal.sheet(visit.sheet()).isEmpty()) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            return "portal/not-asked";
        }
        SheetForm form = SheetForm.of(request);
        SheetContent content = null;
        try {
            content = act(action, form.content(texts), visit.sheet());
            if (action.equals("submit")) {
                sheets.submit(visit.sheet(), form.version(), content, visit.proxy());
                return "redirect:/preferences/" + schedule + "/receipt";
            }
            sheets.save(visit.sheet(), form.version(), content, visit.proxy());
            redirect.addFlashAttribute("flash", "portal.saved");
            return "redirect:/preferences/" + schedule + "/sheet";
        } catch (StaleEditException e) {
            response.setStatus(HttpStatus.PRECONDITION_FAILED.value());
            return again(visit, content, List.of(new InputError("", String.valueOf(e.getMessage()))), model);
        } catch (SheetClosedException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return again(visit, content, List.of(new InputError("", String.valueOf(e.getMessage()))), model);
        } catch (InvalidInputException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return again(visit, content, e.errors(), model);
        }
    }

    /** Shows what was sent once more, with what was wrong; the draft only where what was sent can't be read. */
    private String again(PortalVisit visit, @Nullable SheetContent content, List<InputError> faults, Model model) {
        Sheet sheet = sheets.get(visit.sheet());
        return page(sheet, content == null ? sheet.draft() : content, visit, faults, model);
    }

    private SheetContent act(String action, SheetContent content, UUID sheet) {
        if (action.equals("copy")) {
            return sheets.earlier(sheets.get(sheet)).orElse(content);
        }
        boolean up = action.startsWith(MOVE_UP);
        if (up || action.startsWith(MOVE_DOWN)) {
            return SheetMoves.move(content, EntrancePages.uuid(action.substring(action.indexOf(':') + 1)), up);
        }
        return content;
    }

    private void limit(PortalVisit visit) {
        if (limiter.count("preference-save:" + visit.sheet(), MINUTE) > MAX_SAVES) {
            throw new TooManyRequestsException(texts.of("portal.fault.often"), MINUTE);
        }
    }

    @GetMapping("/receipt")
    String receipt(@PathVariable String id, HttpServletRequest request, Model model) {
        UUID schedule = EntrancePages.uuid(id);
        PortalVisit visit = visit(schedule, request);
        Sheet sheet = sheets.get(visit.sheet());
        Sheet.Submission submission = sheet.submission();
        if (submission == null) {
            return "redirect:/preferences/" + schedule + "/sheet";
        }
        List<Item> own = items.of(sheet.schedule(), sheet.person().id(), sheet.seed());
        model.addAttribute("sheet", sheet);
        model.addAttribute("submission", submission);
        List<SheetView.Section> sections = SheetView.sections(submission.content(), own);
        // what was left unranked is told last
        Collections.rotate(sections, -1);
        model.addAttribute("sections", sections);
        return "portal/receipt";
    }
}
