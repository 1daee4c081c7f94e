package org.horarium.server.importing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.horarium.formats.FormatException;
import org.horarium.server.access.Actor;
import org.horarium.server.document.CsvTable;
import org.horarium.server.importing.Imports;
import org.horarium.server.importing.Mapping;
import org.horarium.server.importing.Mapping.SheetMapping;
import org.horarium.server.importing.files.SheetData;
import org.horarium.server.institution.records.ChangePlan;
import org.horarium.server.institution.records.ChangePlan.Planned;
import org.horarium.server.institution.records.RecordChange.Status;
import org.horarium.server.institution.records.RecordKind;
import org.horarium.server.platform.ConflictException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Upload, what the columns mean, preview, import. */
@Controller
@RequestMapping("/admin/import")
class ImportPages {
    /** Faults and changes that a page shows of each sort. */
    private static final int SHOWN = 50;

    private final Imports imports;

    ImportPages(Imports imports) {
        this.imports = imports;
    }

    @GetMapping
    String form(Model model) {
        model.addAttribute("kinds", RecordKind.values());
        return "importing/upload";
    }

    @PostMapping
    String upload(
            Actor actor,
            @RequestParam(defaultValue = "") List<MultipartFile> files,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            return "redirect:/admin/import/" + imports.upload(Uploads.of(files), actor);
        } catch (FormatException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("faults", e.faults());
            return form(model);
        }
    }

    /**
     * How many records of a kind get which status.
     *
     * @param faults records or rows that stand in the way
     */
    record Count(RecordKind kind, long added, long changed, long unchanged) {}

    /** A sheet with what it means. */
    record Sheet(SheetData data, SheetMapping mapping, int number) {
        public List<String> example(int column) {
            return data.rows().stream()
                    .map(row -> row.cell(column))
                    .filter(text -> !text.isBlank())
                    .limit(2)
                    .toList();
        }

        public RecordKind kind() {
            return RecordKind.of(mapping.kind()).orElse(RecordKind.DEPARTMENTS);
        }

        /** Headers of columns that are not taken over, as in the file; none where the whole sheet is left out. */
        public List<String> leftOut() {
            List<String> columns = mapping.columns();
            return mapping.kind().isEmpty()
                    ? List.of()
                    : IntStream.range(0, columns.size())
                            .filter(i -> columns.get(i).isEmpty() && !example(i).isEmpty())
                            .mapToObj(i -> data.header().get(i))
                            .map(header -> header.isBlank() ? "–" : header)
                            .toList();
        }

        public boolean known() {
            return mapping.kind().isEmpty() || !mapping.columns().contains("");
        }
    }

    @GetMapping("/{id}")
    String preview(Actor actor, @PathVariable UUID id, Model model) {
        Imports.Draft draft = imports.get(id, actor);
        Imports.Preview preview = imports.preview(draft, actor);
        ChangePlan plan = preview.plan();
        model.addAttribute("draft", draft);
        model.addAttribute("preview", preview);
        model.addAttribute("kinds", RecordKind.values());
        List<Sheet> sheets = new ArrayList<>();
        for (int i = 0; i < draft.sheets().size(); i++) {
            sheets.add(new Sheet(draft.sheets().get(i), draft.mapping().sheets().get(i), i));
        }
        model.addAttribute("sheets", sheets);
        model.addAttribute(
                "mapped",
                sheets.stream()
                        .allMatch(sheet ->
                                sheet.known() && !sheet.mapping().kind().isEmpty()));
        model.addAttribute(
                "notes",
                draft.sheets().stream().flatMap(sheet -> sheet.notes().stream()).toList());
        model.addAttribute(
                "counts",
                Stream.of(RecordKind.values())
                        .map(kind -> new Count(
                                kind,
                                plan.count(kind, Status.NEW),
                                plan.count(kind, Status.CHANGED),
                                plan.count(kind, Status.UNCHANGED)))
                        .filter(count -> count.added() + count.changed() + count.unchanged() > 0)
                        .toList());
        model.addAttribute("faults", plan.faults().stream().limit(SHOWN).toList());
        model.addAttribute("changed", some(plan, Status.CHANGED));
        model.addAttribute("added", some(plan, Status.NEW));
        model.addAttribute("effective", plan.effective().size());
        return "importing/preview";
    }

    private static List<Planned> some(ChangePlan plan, Status status) {
        return plan.changes().stream()
                .filter(planned -> planned.change().status() == status)
                .limit(SHOWN)
                .toList();
    }

    @PostMapping("/{id}/mapping")
    String map(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        Imports.Draft draft = imports.get(id, actor);
        List<SheetMapping> sheets = new ArrayList<>();
        for (int i = 0; i < draft.sheets().size(); i++) {
            SheetMapping before = draft.mapping().sheets().get(i);
            String kind = RecordKind.of(String.valueOf(request.getParameter("kind" + i)))
                    .map(RecordKind::path)
                    .orElse("");
            List<String> columns = new ArrayList<>();
            for (int column = 0; column < draft.sheets().get(i).header().size(); column++) {
                String name = request.getParameter("column" + i + "-" + column);
                columns.add(name == null ? "" : name);
            }
            sheets.add(
                    kind.equals(before.kind()) && !kind.isEmpty()
                            ? new SheetMapping(kind, known(kind, columns))
                            : guessed(kind, draft.sheets().get(i)));
        }
        imports.map(id, new Mapping(sheets), actor);
        return "redirect:/admin/import/" + id;
    }

    /** Columns of the kind only, each once. */
    private static List<String> known(String kind, List<String> columns) {
        List<String> names = RecordKind.of(kind).orElseThrow().editable().stream()
                .map(column -> column.name())
                .toList();
        List<String> result = new ArrayList<>();
        columns.forEach(name -> result.add(names.contains(name) && !result.contains(name) ? name : ""));
        return result;
    }

    /** A sheet that got another kind: its columns are guessed anew. */
    private static SheetMapping guessed(String kind, SheetData sheet) {
        return kind.isEmpty()
                ? new SheetMapping("", sheet.header().stream().map(header -> "").toList())
                : Mapping.guess(List.of(new SheetData(kind, sheet.header(), sheet.rows(), sheet.notes())))
                        .sheets()
                        .get(0);
    }

    @PostMapping("/{id}")
    String commit(Actor actor, @PathVariable UUID id, @RequestParam String fingerprint, RedirectAttributes redirect) {
        try {
            UUID undo = imports.commit(id, fingerprint, actor);
            redirect.addFlashAttribute("flash", "import.done");
            redirect.addFlashAttribute("undoPath", "/admin/data/undo/" + undo + "?kind=departments");
            return "redirect:/admin/data";
        } catch (ConflictException e) {
            redirect.addFlashAttribute("flashError", e.getMessage());
            return "redirect:/admin/import/" + id;
        }
    }

    /** All faults as a file. */
    @GetMapping("/{id}/faults.csv")
    void faults(Actor actor, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        Imports.Preview preview = imports.preview(imports.get(id, actor), actor);
        Downloads.begin(response, "import-faults.csv", "text/csv;charset=UTF-8");
        try (CsvTable table = new CsvTable(
                new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8),
                List.of("sheet", "row", "column", "fault"))) {
            preview.plan()
                    .faults()
                    .forEach(fault -> table.row(List.of(
                            fault.origin().sheet(),
                            Integer.toString(fault.origin().row()),
                            fault.column(),
                            fault.message())));
        }
    }
}
