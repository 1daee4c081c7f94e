package org.horarium.server.assessmentcentre.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.horarium.assessment.model.Centre;
import org.horarium.formats.assessment.CentreReader;
import org.horarium.formats.assessment.CentreWriter;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Role;
import org.horarium.server.assessmentcentre.AssessmentCentre;
import org.horarium.server.assessmentcentre.AssessmentCentres;
import org.horarium.server.platform.CursorPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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

/** Centres over REST. The body of a centre is the file that docs/assessment-centres.md describes. */
@RestController
@RequestMapping("/api/assessment-centres")
@Tag(name = "Assessment centres")
class CentreApi {
    private final AssessmentCentres centres;

    CentreApi(AssessmentCentres centres) {
        this.centres = centres;
    }

    @GetMapping
    @Operation(summary = "Centres, the newest first")
    ResponseEntity<CursorPage<CentreJson>> list(
            Actor actor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String next) {
        CursorPage<AssessmentCentre> page = centres.after(actor, CursorPage.Request.of(limit, next));
        return new CursorPage<>(page.items().stream().map(CentreJson::listed).toList(), page.next()).response();
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "A new centre",
            description = "The body is the centre's file. All its faults are told at once, each with its JSON pointer;"
                    + " then nothing is saved. department_id says whose it is; without it, it is the whole college's"
                    + " (administrators) or the only department's (staff).")
    ResponseEntity<CentreJson> create(
            Actor actor,
            @RequestParam(name = "department_id", required = false) @Nullable String department,
            @RequestBody String document) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        UUID id = centres.create(actor, department, CentreReader.read(document));
        AssessmentCentre made = centres.get(actor, id);
        return ResponseEntity.created(URI.create("/api/assessment-centres/" + id))
                .eTag(Versions.tag(made.version()))
                .body(CentreJson.of(made));
    }

    @PostMapping(
            path = "/check",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Checks a centre's file",
            description = "Answers the centre with all defaults filled in, or all faults. Saves nothing.")
    String check(Actor actor, @RequestBody String document) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        return CentreWriter.write(CentreReader.read(document));
    }

    @GetMapping("/{id}")
    @Operation(summary = "A centre")
    ResponseEntity<CentreJson> one(Actor actor, @PathVariable UUID id) {
        return answer(centres.get(actor, id));
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Changes a centre",
            description = "If-Match names the version that was read (412 on a lost race).")
    ResponseEntity<CentreJson> change(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody String document) {
        centres.get(actor, id);
        long version = Versions.of(ifMatch);
        Centre centre = CentreReader.read(document);
        return answer(centres.update(actor, id, version, centre));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Removes a centre with its plans", description = "If-Match names the version that was read.")
    ResponseEntity<Void> remove(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        centres.get(actor, id);
        centres.delete(actor, id, Versions.of(ifMatch));
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<CentreJson> answer(AssessmentCentre centre) {
        return ResponseEntity.ok().eTag(Versions.tag(centre.version())).body(CentreJson.of(centre));
    }
}
