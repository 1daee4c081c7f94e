package org.horarium.server.approval.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.horarium.server.access.Actor;
import org.horarium.server.approval.ApprovalBoard;
import org.horarium.server.approval.Workflow;
import org.horarium.server.approval.WorkflowAction;
import org.horarium.server.approval.WorkflowState;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.timetable.RevisionStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** The workflow of timetable revisions over REST. */
@RestController
@RequestMapping("/api/timetable-workflow")
@Tag(name = "Approval")
class WorkflowApi {
    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private final Workflow workflow;
    private final ApprovalBoard board;

    WorkflowApi(Workflow workflow, ApprovalBoard board) {
        this.workflow = workflow;
        this.board = board;
    }

    /**
     * What may come with an action.
     *
     * @param comments reason, or a note for those concerned; needed to reject and to request changes
     * @param effectiveFrom for publish: first day in force; today if missing
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Body(@Nullable String comments, @Nullable LocalDate effectiveFrom) {}

    @GetMapping
    @Operation(summary = "Revisions in a status, the newest first; those that wait for a decision if none is named")
    List<WorkflowJson> list(Actor actor, @RequestParam(defaultValue = "pending_review") String status) {
        RevisionStatus wanted;
        try {
            wanted = RevisionStatus.of(status);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    "/status",
                    "There is no status '%s'. Known are %s."
                            .formatted(
                                    status,
                                    List.of(RevisionStatus.values()).stream()
                                            .map(RevisionStatus::code)
                                            .toList()));
        }
        return board.in(actor, wanted).stream()
                .map(item -> WorkflowJson.of(workflow.get(actor, item.revision().workflow())))
                .toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "A revision, where it stands and what was done")
    ResponseEntity<WorkflowJson> get(Actor actor, @PathVariable UUID id) {
        return answer(workflow.get(actor, id));
    }

    @PostMapping("/{id}/submit_for_review")
    @Operation(summary = "Ask for a decision about a draft")
    ResponseEntity<WorkflowJson> submit(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody(required = false) @Nullable Body body) {
        return take(actor, id, WorkflowAction.SUBMIT_FOR_REVIEW, seen, body);
    }

    @PostMapping("/{id}/approve")
    @Operation(summary = "Approve what waits for a decision")
    ResponseEntity<WorkflowJson> approve(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody(required = false) @Nullable Body body) {
        return take(actor, id, WorkflowAction.APPROVE, seen, body);
    }

    @PostMapping("/{id}/reject")
    @Operation(summary = "Reject what waits for a decision, with a reason")
    ResponseEntity<WorkflowJson> reject(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody(required = false) @Nullable Body body) {
        return take(actor, id, WorkflowAction.REJECT, seen, body);
    }

    @PostMapping("/{id}/request_revision")
    @Operation(summary = "Ask for changes to what waits for a decision, with a reason")
    ResponseEntity<WorkflowJson> requestRevision(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody(required = false) @Nullable Body body) {
        return take(actor, id, WorkflowAction.REQUEST_REVISION, seen, body);
    }

    @PostMapping("/{id}/publish")
    @Operation(summary = "Publish what is approved, or publish an older revision again")
    ResponseEntity<WorkflowJson> publish(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody(required = false) @Nullable Body body) {
        return take(actor, id, WorkflowAction.PUBLISH, seen, body);
    }

    private ResponseEntity<WorkflowJson> take(
            Actor actor, UUID id, WorkflowAction action, @Nullable String seen, @Nullable Body body) {
        return answer(workflow.take(
                actor,
                id,
                new Workflow.Request(
                        action,
                        body == null ? null : body.comments(),
                        version(seen),
                        body == null ? null : body.effectiveFrom())));
    }

    private static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        Matcher matcher = VERSION.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw new InvalidInputException(
                    "", "The header If-Match (%s) is not an ETag of this resource, as \"3\".".formatted(ifMatch));
        }
        return Long.valueOf(matcher.group(1));
    }

    private static ResponseEntity<WorkflowJson> answer(WorkflowState state) {
        return ResponseEntity.ok()
                .eTag("\"" + state.revision().version() + "\"")
                .body(WorkflowJson.of(state));
    }
}
