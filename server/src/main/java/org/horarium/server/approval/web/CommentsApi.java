package org.horarium.server.approval.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.approval.ReviewComment;
import org.horarium.server.approval.ReviewComments;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Comments on timetable revisions over REST. */
@RestController
@RequestMapping("/api/timetable-workflow/{id}/comments")
@Tag(name = "Approval")
class CommentsApi {
    private final ReviewComments comments;

    CommentsApi(ReviewComments comments) {
        this.comments = comments;
    }

    /**
     * A comment.
     *
     * @param activity id of the activity it is about; null when it is about the whole
     * @param author login
     * @param resolvedBy login of who settled it; null while it is open
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record CommentJson(
            long id,
            @Nullable String activity,
            String author,
            Instant at,
            String text,
            @Nullable String resolvedBy) {
        static CommentJson of(ReviewComment comment) {
            return new CommentJson(
                    comment.id(),
                    comment.activity(),
                    comment.author(),
                    comment.at(),
                    comment.text(),
                    comment.resolvedBy());
        }
    }

    /**
     * What somebody says.
     *
     * @param activity id of the activity it is about; null for the whole
     */
    record Body(@Nullable String activity, @Nullable String text) {}

    @GetMapping
    @Operation(summary = "The comments on a revision, the oldest first")
    List<CommentJson> list(Actor actor, @PathVariable UUID id) {
        return comments.of(actor, id).stream().map(CommentJson::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Say something about a revision or one of its activities; answers with all comments")
    List<CommentJson> add(Actor actor, @PathVariable UUID id, @RequestBody Body body) {
        comments.add(actor, id, body.activity(), body.text());
        return list(actor, id);
    }

    @PostMapping("/{comment}/resolve")
    @Operation(summary = "Settle a comment; answers with all comments")
    List<CommentJson> resolve(Actor actor, @PathVariable UUID id, @PathVariable long comment) {
        comments.resolve(actor, id, comment);
        return list(actor, id);
    }
}
