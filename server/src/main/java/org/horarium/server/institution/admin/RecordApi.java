package org.horarium.server.institution.admin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.institution.records.RecordEdit;
import org.horarium.server.institution.records.RecordEdit.Origin;
import org.horarium.server.institution.records.RecordKind;
import org.horarium.server.institution.records.RecordLists;
import org.horarium.server.institution.records.RecordLists.Wish;
import org.horarium.server.institution.records.Records;
import org.horarium.server.institution.records.StoredRecord;
import org.horarium.server.platform.CursorPage;
import org.horarium.server.platform.InputError;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Records as programs maintain them: the columns of the files (docs/formats.md), each value a text. Changes need the
 * version that was read ({@code If-Match}); a lost race is a 412.
 */
@RestController
@RequestMapping("/api/data")
@Tag(
        name = "College data, to be changed",
        description =
                "Kinds and columns are those of import and export; values are texts. For administrators and staff.")
class RecordApi {
    private final Records records;
    private final RecordLists lists;

    RecordApi(Records records, RecordLists lists) {
        this.records = records;
        this.lists = lists;
    }

    @GetMapping("/{kind}")
    @Operation(summary = "Records of a kind, by code")
    ResponseEntity<CursorPage<Map<String, String>>> list(
            Actor actor,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String next) {
        RecordKind what = DataPages.kind(kind);
        CursorPage<StoredRecord> page = lists.after(
                what, new Wish(q, Map.of(), archived, "code", false), CursorPage.Request.of(limit, next), actor);
        return new CursorPage<>(
                        page.items().stream().map(record -> body(what, record)).toList(), page.next())
                .response();
    }

    @GetMapping("/{kind}/{code}")
    @Operation(summary = "A record; its version is the ETag")
    ResponseEntity<Map<String, String>> one(Actor actor, @PathVariable String kind, @PathVariable String code) {
        RecordKind what = DataPages.kind(kind);
        StoredRecord record = records.get(what, code, actor);
        return ResponseEntity.ok().eTag(tag(record)).body(body(what, record));
    }

    @PostMapping("/{kind}")
    @Operation(summary = "Make a record")
    ResponseEntity<Map<String, String>> create(
            Actor actor, @PathVariable String kind, @RequestBody Map<String, String> values) {
        RecordKind what = DataPages.kind(kind);
        Records.Done done = save(what, values, null, actor);
        return answer(ResponseEntity.status(HttpStatus.CREATED), what, values.getOrDefault("code", ""), done, actor);
    }

    @PutMapping("/{kind}/{code}")
    @Operation(summary = "Change a record; columns that are left out stay as they are. Needs If-Match")
    ResponseEntity<?> update(
            Actor actor,
            @PathVariable String kind,
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody Map<String, String> values) {
        RecordKind what = DataPages.kind(kind);
        records.get(what, code, actor);
        if (match == null) {
            return preconditionRequired();
        }
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put("code", code);
        Records.Done done = save(what, all, version(match), actor);
        return answer(ResponseEntity.ok(), what, code, done, actor);
    }

    @DeleteMapping("/{kind}/{code}")
    @Operation(summary = "Delete a record; 409 names what uses it. Needs If-Match")
    ResponseEntity<?> delete(
            Actor actor,
            @PathVariable String kind,
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match) {
        RecordKind what = DataPages.kind(kind);
        records.get(what, code, actor);
        if (match == null) {
            return preconditionRequired();
        }
        UUID undo = records.delete(what, code, version(match), actor);
        return ResponseEntity.noContent()
                .header("Horarium-Undo", undo.toString())
                .build();
    }

    @PostMapping("/undo/{id}")
    @Operation(summary = "Take a change back; its id was told by the header Horarium-Undo")
    Map<String, Integer> undo(Actor actor, @PathVariable UUID id) {
        return Map.of("records", records.undo(id, actor));
    }

    private Records.Done save(RecordKind kind, Map<String, String> values, @Nullable Long version, Actor actor) {
        List<String> known =
                kind.editable().stream().map(column -> column.name()).toList();
        List<InputError> errors = values.keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> new InputError("/" + name, "There is no column (" + name + "). Known are: " + known + "."))
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        Records.Done done = records.save(new RecordEdit(kind, Origin.FORM, values), version, actor);
        if (!done.plan().possible()) {
            throw new InvalidInputException(done.plan().faults().stream()
                    .map(fault -> new InputError("/" + fault.column(), fault.message()))
                    .toList());
        }
        return done;
    }

    private ResponseEntity<Map<String, String>> answer(
            ResponseEntity.BodyBuilder builder, RecordKind kind, String code, Records.Done done, Actor actor) {
        StoredRecord record = records.get(kind, code.strip(), actor);
        if (done.undo() != null) {
            builder.header("Horarium-Undo", done.undo().toString());
        }
        return builder.eTag(tag(record)).body(body(kind, record));
    }

    private static ResponseEntity<?> preconditionRequired() {
        return ResponseEntity.status(HttpStatus.PRECONDITION_REQUIRED)
                .body(Problems.of(
                        HttpStatus.PRECONDITION_REQUIRED,
                        "Send If-Match with the ETag of the record that you read, so that nobody's change is lost."));
    }

    private static String tag(StoredRecord record) {
        return "\"" + record.version() + "\"";
    }

    /** {@code "3"} or {@code W/"3"}; anything else matches no version. */
    private static long version(String match) {
        String digits = match.replace("W/", "").replace("\"", "").strip();
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : -1;
    }

    private static Map<String, String> body(RecordKind kind, StoredRecord record) {
        Map<String, String> body = new LinkedHashMap<>();
        kind.editable().forEach(column -> body.put(column.name(), record.value(column.name())));
        return body;
    }
}
