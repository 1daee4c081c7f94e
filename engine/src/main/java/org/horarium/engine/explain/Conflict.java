package org.horarium.engine.explain;

import java.util.ArrayList;
import java.util.List;
import org.horarium.engine.exact.Rule;

/**
 * Rules and events that cannot all be kept together.
 *
 * @param certainty what is proved of it
 * @param elements the rules; empty unless something was proved
 */
public record Conflict(Certainty certainty, List<Element> elements) {
    /** More sentences than this are not read by anybody. */
    public static final int MOST_LINES = 10;

    public Conflict {
        elements = List.copyOf(elements);
    }

    /** The conflict in at most {@value #MOST_LINES} sentences: events are told together where there are too many. */
    public List<String> lines() {
        if (elements.size() <= MOST_LINES) {
            return elements.stream().map(Element::text).toList();
        }
        List<String> lines = new ArrayList<>();
        List<String> events = new ArrayList<>();
        for (Element element : elements) {
            if (element.rule().kind() == Rule.Kind.EVENT) {
                events.add(element.subject().name());
            } else {
                lines.add(element.text());
            }
        }
        if (lines.size() > MOST_LINES - 2) {
            int more = lines.size() - (MOST_LINES - 2);
            lines.subList(MOST_LINES - 2, lines.size()).clear();
            lines.add("%d more rules.".formatted(more));
        }
        lines.add("%d events take place: %s.".formatted(events.size(), Phrases.some(events)));
        return lines;
    }

    /**
     * One rule of a conflict.
     *
     * @param rule which
     * @param subject the record it stands in
     * @param text the rule as a sentence
     */
    public record Element(Rule rule, Subject subject, String text) {}

    /** What is proved. */
    public enum Certainty {
        /** Proved impossible; without any one of the elements the rest is possible. */
        MINIMAL,
        /** Proved impossible; perhaps some elements are not needed, time was too short to tell. */
        PROVED,
        /** Time was too short to prove anything: there may be a plan or not. */
        NOT_FOUND_IN_TIME,
        /** There is no conflict: a plan was found. */
        NONE
    }
}
