package org.horarium.server.importing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.importing.Imports;
import org.horarium.server.institution.records.ChangePlan;
import org.horarium.server.institution.records.RecordChange.Status;
import org.horarium.server.institution.records.RecordKind;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Import for programs: upload, look, commit. Sheets and columns have the names of the exports, or their aliases. */
@RestController
@RequestMapping("/api/imports")
@Tag(name = "Import")
class ImportApi {
    private final Imports imports;

    ImportApi(Imports imports) {
        this.imports = imports;
    }

    /** How many records of a kind are new, changed, or as they were. */
    record Counts(long added, long changed, long unchanged) {}

    /** A fault and where it stands. */
    record Fault(String sheet, int row, String column, String detail) {}

    /**
     * What an import would do.
     *
     * @param id of the upload
     * @param fingerprint to be sent with the commit
     * @param records by kind
     * @param faults with any, nothing can be written
     * @param notes what of the file is not taken over
     */
    record View(UUID id, String fingerprint, Map<String, Counts> records, List<Fault> faults, List<String> notes) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Upload files and see what an import would do; writes nothing")
    View upload(Actor actor, @RequestParam(defaultValue = "") List<MultipartFile> files) throws IOException {
        return view(imports.upload(Uploads.of(files), actor), actor);
    }

    @GetMapping("/{id}")
    @Operation(summary = "What an import would do now")
    View view(Actor actor, @PathVariable UUID id) {
        return view(id, actor);
    }

    private View view(UUID id, Actor actor) {
        Imports.Draft draft = imports.get(id, actor);
        Imports.Preview preview = imports.preview(draft, actor);
        ChangePlan plan = preview.plan();
        Map<String, Counts> counts = new LinkedHashMap<>();
        for (RecordKind kind : RecordKind.values()) {
            Counts count = new Counts(
                    plan.count(kind, Status.NEW), plan.count(kind, Status.CHANGED), plan.count(kind, Status.UNCHANGED));
            if (count.added() + count.changed() + count.unchanged() > 0) {
                counts.put(kind.path(), count);
            }
        }
        return new View(
                id,
                preview.fingerprint(),
                counts,
                plan.faults().stream()
                        .map(fault -> new Fault(
                                fault.origin().sheet(), fault.origin().row(), fault.column(), fault.message()))
                        .toList(),
                draft.sheets().stream().flatMap(sheet -> sheet.notes().stream()).toList());
    }

    /** The preview that is meant. */
    record Commit(String fingerprint) {}

    @PostMapping("/{id}/commit")
    @Operation(summary = "Write what the preview with this fingerprint showed: all of it, or 409 and nothing")
    Map<String, UUID> commit(Actor actor, @PathVariable UUID id, @RequestBody Commit commit) {
        return Map.of("undo", imports.commit(id, String.valueOf(commit.fingerprint()), actor));
    }
}
