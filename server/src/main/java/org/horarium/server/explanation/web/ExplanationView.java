package org.horarium.server.explanation.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.horarium.server.explanation.Findings;
import org.horarium.server.explanation.Findings.Impossible;
import org.horarium.server.explanation.Findings.Reason;
import org.horarium.server.explanation.Findings.Suggestion;
import org.horarium.server.explanation.RecordLink;
import org.jspecify.annotations.Nullable;

/**
 * What was found, in the reader's language; pages and REST show the same.
 *
 * @param impossible what counting proves
 * @param certainty what is proved of the conflict: minimal, proved, not_found_in_time or none
 * @param conflict rules that exclude each other
 * @param suggestions what would help, the best first
 * @param notes more, in English
 */
record ExplanationView(
        List<Item> impossible, String certainty, List<Line> conflict, List<Option> suggestions, List<String> notes) {
    /**
     * A proof.
     *
     * @param family what kind
     * @param text what is too much or too few
     * @param advice what to try
     * @param detail with all reasons, in English
     * @param records what it is about
     */
    record Item(String family, String text, String advice, String detail, List<RecordLink> records) {}

    /**
     * A sentence about a record.
     *
     * @param record where it stands
     */
    record Line(String text, RecordLink record) {}

    /**
     * Something to change.
     *
     * @param number from 1
     * @param steps what to change, all of it
     * @param solved whether the changed data were solved
     * @param oneClick whether it can be carried out by itself
     */
    record Option(int number, List<Line> steps, long cost, boolean solved, boolean oneClick) {}

    static ExplanationView of(@Nullable Findings findings, PhraseText text) {
        if (findings == null) {
            return new ExplanationView(List.of(), "not_found_in_time", List.of(), List.of(), List.of());
        }
        List<Suggestion> all = findings.suggestions();
        return new ExplanationView(
                items(findings.impossibilities(), text),
                findings.certainty().name().toLowerCase(Locale.ROOT),
                lines(findings.conflict(), text),
                IntStream.range(0, all.size())
                        .mapToObj(index -> option(index + 1, all.get(index), text))
                        .toList(),
                findings.notes());
    }

    static List<Item> items(List<Impossible> found, PhraseText text) {
        return found.stream()
                .map(one -> new Item(
                        code(one.family()), text.of(one.text()), text.of(one.advice()), one.detail(), one.records()))
                .toList();
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Option option(int number, Suggestion one, PhraseText text) {
        return new Option(number, lines(one.steps(), text), one.cost(), one.solved(), Objects.nonNull(one.edits()));
    }

    private static List<Line> lines(List<Reason> reasons, PhraseText text) {
        return reasons.stream()
                .map(reason -> new Line(text.of(reason.text()), reason.record()))
                .toList();
    }
}
