package org.horarium.server.explanation.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.horarium.server.explanation.Explanation;
import org.horarium.server.explanation.Explanation.Remedy;
import org.horarium.server.explanation.RecordLink;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * An explanation, as REST shows it. Sentences are in the language of the request.
 *
 * @param status queued, running, completed or failed
 * @param phase what is being looked at: preflight, search, conflict or relaxations; null before it begins
 * @param certainty what is proved of the conflict: minimal, proved, not_found_in_time or none (a timetable was found)
 * @param applied the suggestion that was carried out; null for none
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ExplanationJson(
        UUID id,
        UUID scheduleId,
        @Nullable UUID generationJobId,
        String status,
        @Nullable String phase,
        double elapsedSeconds,
        int seconds,
        @Nullable String error,
        List<FindingJson> findings,
        String certainty,
        List<LineJson> conflict,
        List<SuggestionJson> suggestions,
        List<String> notes,
        @Nullable AppliedJson applied,
        String createdBy,
        Instant createdAt) {
    /** A record, with the address of its form; none where it has no form of its own. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record RecordJson(
            @Nullable String kind,
            String code,
            String name,
            @Nullable String href) {
        static RecordJson of(RecordLink link) {
            return new RecordJson(
                    link.kind(),
                    link.code(),
                    link.name(),
                    link.kind() == null ? null : "/admin/data/%s/records/%s".formatted(link.kind(), link.code()));
        }
    }

    /** A proof that there is no timetable. */
    record FindingJson(String family, String text, String advice, String detail, List<RecordJson> records) {
        static List<FindingJson> of(List<ExplanationView.Item> items) {
            return items.stream()
                    .map(item -> new FindingJson(
                            item.family(),
                            item.text(),
                            item.advice(),
                            item.detail(),
                            item.records().stream().map(RecordJson::of).toList()))
                    .toList();
        }
    }

    /** A sentence about a record. */
    record LineJson(String text, RecordJson record) {
        static List<LineJson> of(List<ExplanationView.Line> lines) {
            return lines.stream()
                    .map(line -> new LineJson(line.text(), RecordJson.of(line.record())))
                    .toList();
        }
    }

    /** Something to change; {@code one_click} tells whether it can be applied here. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record SuggestionJson(int number, List<LineJson> steps, long cost, boolean solved, boolean oneClick) {}

    /** A suggestion that was carried out. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record AppliedJson(int suggestion, UUID jobId, String by, boolean undone) {}

    static ExplanationJson of(Explanation one, PhraseText text) {
        ExplanationView view = ExplanationView.of(one.findings(), text);
        Remedy remedy = one.remedy();
        return new ExplanationJson(
                one.id(),
                one.schedule().value(),
                one.generationJob(),
                one.status().name().toLowerCase(Locale.ROOT),
                one.part() == null ? null : one.part().name().toLowerCase(Locale.ROOT),
                one.elapsedMs() / 1000.0,
                one.seconds(),
                one.error(),
                FindingJson.of(view.impossible()),
                view.certainty(),
                LineJson.of(view.conflict()),
                view.suggestions().stream()
                        .map(option -> new SuggestionJson(
                                option.number(),
                                LineJson.of(option.steps()),
                                option.cost(),
                                option.solved(),
                                option.oneClick()))
                        .toList(),
                view.notes(),
                remedy == null
                        ? null
                        : new AppliedJson(remedy.suggestion(), remedy.job(), remedy.by(), remedy.undone()),
                one.createdBy(),
                one.createdAt());
    }
}
