package org.horarium.server.assessmentcentre.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.assessmentcentre.AssessmentCentres;
import org.horarium.server.assessmentcentre.PersonKind;
import org.horarium.server.assessmentcentre.PersonLink;
import org.horarium.server.assessmentcentre.PersonLinks;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.ServerSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Secret links to people's own sheets over REST. */
@RestController
@RequestMapping("/api/assessment-centres/{id}/links")
@Tag(name = "Assessment centres: links")
class LinkApi {
    private final AssessmentCentres centres;
    private final PersonLinks links;
    private final ServerSettings settings;

    LinkApi(AssessmentCentres centres, PersonLinks links, ServerSettings settings) {
        this.centres = centres;
        this.links = links;
        this.settings = settings;
    }

    /** A link that can be used; its secret is not known any more. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record LinkJson(long id, String kind, String person, Instant createdAt, Instant expiresAt) {
        static LinkJson of(PersonLink link) {
            return new LinkJson(link.id(), link.kind().code(), link.person(), link.createdAt(), link.expiresAt());
        }
    }

    /** A new link with its address, which is told once. */
    record IssuedJson(String kind, String person, String name, String url) {}

    /**
     * For whom.
     *
     * @param kind participant or assessor
     * @param person their id; null for everybody of the kind
     */
    record LinkBody(@Nullable String kind, @Nullable String person) {}

    @GetMapping
    @Operation(summary = "The links that can be used")
    List<LinkJson> list(Actor actor, @PathVariable UUID id) {
        return links.list(actor, id).stream().map(LinkJson::of).toList();
    }

    @PostMapping
    @Operation(
            summary = "Makes links to people's own sheets and calendars",
            description =
                    "kind is participant or assessor; without person, everybody gets one. Earlier links of the same"
                            + " people end. The addresses are told once.")
    ResponseEntity<List<IssuedJson>> make(Actor actor, @PathVariable UUID id, @RequestBody LinkBody body) {
        centres.get(actor, id);
        if (!"participant".equals(body.kind()) && !"assessor".equals(body.kind())) {
            throw new InvalidInputException(
                    "/kind", "The kind is '%s'; say 'participant' or 'assessor'.".formatted(body.kind()));
        }
        PersonKind kind = "participant".equals(body.kind()) ? PersonKind.PARTICIPANT : PersonKind.ASSESSOR;
        List<PersonLinks.Issued> issued = body.person() == null
                ? links.issueAll(actor, id, kind)
                : List.of(links.issue(actor, id, kind, body.person()));
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(issued.stream()
                        .map(i ->
                                new IssuedJson(i.kind().code(), i.person(), i.name(), settings.publicUrl() + i.path()))
                        .toList());
    }

    @DeleteMapping("/{link}")
    @Operation(summary = "Ends a link")
    ResponseEntity<Void> revoke(Actor actor, @PathVariable UUID id, @PathVariable long link) {
        links.revoke(actor, id, link);
        return ResponseEntity.noContent().build();
    }
}
