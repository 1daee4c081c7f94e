package org.horarium.engine.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.engine.cells.PairRule;
import org.horarium.engine.explain.Impossibility.Family;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.text.Words;
import org.jspecify.annotations.Nullable;

/** Hard precedences: circles, and chains that do not fit the possible times. */
final class OrderCheck {
    private static final Comparator<TimePattern> BY_END = Comparator.<TimePattern>comparingInt(
                    time -> Long.numberOfTrailingZeros(time.weeks()))
            .thenComparingInt(time -> Integer.numberOfTrailingZeros(time.days()))
            .thenComparingInt(TimePattern::end);
    private static final Comparator<TimePattern> BY_START = Comparator.<TimePattern>comparingInt(
                    time -> Long.numberOfTrailingZeros(time.weeks()))
            .thenComparingInt(time -> Integer.numberOfTrailingZeros(time.days()))
            .thenComparingInt(TimePattern::start);

    private final Situation situation;
    private final Report report;
    private final Map<OpenEvent, Map<OpenEvent, Distribution>> later = new LinkedHashMap<>();

    OrderCheck(Situation situation, Report report) {
        this.situation = situation;
        this.report = report;
        for (Distribution rule : situation.hard(Distribution.class)) {
            if (rule.rule() instanceof DistributionRule.Precedence) {
                List<OpenEvent> events = situation.openOf(rule.events());
                for (int i = 0; i + 1 < events.size(); i++) {
                    later.computeIfAbsent(events.get(i), event -> new LinkedHashMap<>())
                            .putIfAbsent(events.get(i + 1), rule);
                }
            }
        }
    }

    /** Reports circles. Their last event takes no further part. */
    void circles() {
        for (OpenEvent start : List.copyOf(later.keySet())) {
            List<OpenEvent> circle = circle(start);
            if (circle != null) {
                List<Subject> rules = new ArrayList<>();
                for (int i = 0; i < circle.size(); i++) {
                    rules.add(Situation.subject(rule(circle.get(i), circle.get((i + 1) % circle.size()))));
                }
                circle.get(circle.size() - 1).concede();
                List<String> names =
                        circle.stream().map(event -> Words.name(event.event)).toList();
                report.add(
                        Family.ORDER,
                        Situation.with(rules, circle),
                        circle.size(),
                        circle.size() - 1,
                        "precedences",
                        "The order runs in a circle: %s comes before %s again."
                                .formatted(String.join(" before ", names), names.get(0)),
                        "Remove one of these precedences.");
            }
        }
    }

    private Distribution rule(OpenEvent from, OpenEvent to) {
        Distribution rule = next(from).get(to);
        if (rule == null) {
            throw new IllegalStateException("No precedence from %s to %s.".formatted(from.id(), to.id()));
        }
        return rule;
    }

    private Map<OpenEvent, Distribution> next(OpenEvent event) {
        return later.getOrDefault(event, Map.of());
    }

    /** The shortest circle through an event, beginning with it; null for none. */
    private @Nullable List<OpenEvent> circle(OpenEvent start) {
        Map<OpenEvent, OpenEvent> before = new HashMap<>();
        ArrayDeque<OpenEvent> queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty()) {
            OpenEvent event = queue.remove();
            if (event.conceded()) {
                continue;
            }
            for (OpenEvent follower : next(event).keySet()) {
                if (follower == start) {
                    List<OpenEvent> circle = new ArrayList<>();
                    for (OpenEvent at = event; at != null; at = before.get(at)) {
                        circle.add(0, at);
                    }
                    return circle;
                }
                if (!before.containsKey(follower)) {
                    before.put(follower, event);
                    queue.add(follower);
                }
            }
        }
        return null;
    }

    /**
     * Takes from each event the times that are too early or too late for what must come before or after; reports those
     * left without. Circles must have been reported.
     *
     * @return whether anything was taken
     */
    boolean chains() {
        List<OpenEvent> sorted = sorted();
        boolean changed = false;
        for (OpenEvent event : sorted) {
            for (Map.Entry<OpenEvent, Distribution> edge : next(event).entrySet()) {
                changed |= narrow(event, edge.getKey(), edge.getValue(), true);
            }
        }
        for (int i = sorted.size() - 1; i >= 0; i--) {
            OpenEvent event = sorted.get(i);
            for (Map.Entry<OpenEvent, Distribution> edge : next(event).entrySet()) {
                changed |= narrow(event, edge.getKey(), edge.getValue(), false);
            }
        }
        return changed;
    }

    private static boolean narrow(OpenEvent before, OpenEvent after, Distribution rule, boolean forward) {
        if (before.conceded()
                || after.conceded()
                || before.times().isEmpty()
                || after.times().isEmpty()) {
            return false;
        }
        OpenEvent cause = forward ? before : after;
        OpenEvent narrowed = forward ? after : before;
        TimePattern earliest = before.times().stream().min(BY_END).orElseThrow();
        TimePattern latest = after.times().stream().max(BY_START).orElseThrow();
        String name = Words.name(cause.event);
        List<Subject> subjects = new ArrayList<>(List.of(Situation.subject(rule), Situation.subject(cause)));
        if (cause.timePinned()) {
            subjects.add(Situation.pinSubject(cause));
        }
        return narrowed.exclude(
                time -> forward ? !PairRule.precedes(earliest, time) : !PairRule.precedes(time, latest),
                new Cause(
                        subjects,
                        forward
                                ? "%s, which must come before, cannot be over".formatted(name)
                                : "it is too late for %s, which must come after".formatted(name),
                        "Remove the precedence with %s, or give it other possible times.".formatted(name)));
    }

    /** The events with precedences, each after those that come before it (depth-first postorder, reversed). */
    private List<OpenEvent> sorted() {
        List<OpenEvent> postorder = new ArrayList<>();
        Set<OpenEvent> seen = new HashSet<>();
        for (OpenEvent event : later.keySet()) {
            visit(event, seen, postorder);
        }
        List<OpenEvent> sorted = new ArrayList<>();
        for (int i = postorder.size() - 1; i >= 0; i--) {
            sorted.add(postorder.get(i));
        }
        return situation.open(sorted);
    }

    private void visit(OpenEvent event, Set<OpenEvent> seen, List<OpenEvent> postorder) {
        if (seen.add(event)) {
            next(event).keySet().forEach(follower -> visit(follower, seen, postorder));
            postorder.add(event);
        }
    }
}
