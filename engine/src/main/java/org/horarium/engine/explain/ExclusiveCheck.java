package org.horarium.engine.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.horarium.engine.cells.WeekCells;
import org.horarium.engine.explain.Impossibility.Family;
import org.horarium.engine.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Whether what excludes each other fits side by side: by Hall's condition on slots, and by how many long events fit the
 * stretches of the days.
 */
final class ExclusiveCheck {
    private final Situation situation;
    private final Report report;
    private final Map<Finding, List<Subject>> found = new LinkedHashMap<>();

    /** Events that do not fit; often several groups share the same ones. */
    private record Finding(
            Family family, List<OpenEvent> events, long needed, long available, String unit, String detail) {}

    ExclusiveCheck(Situation situation, Report report) {
        this.situation = situation;
        this.report = report;
    }

    void run(List<Exclusive> all) {
        for (Exclusive exclusive : all) {
            List<OpenEvent> rest = new ArrayList<>(situation.open(exclusive.events()));
            List<OpenEvent> culprits = slots(exclusive, rest);
            if (culprits == null) {
                stretches(exclusive, rest);
            }
            while (culprits != null) {
                rest.removeAll(culprits);
                culprits = slots(exclusive, rest);
            }
        }
        found.forEach(this::report);
    }

    /** Events that do not fit their slots, reported; null when all do. */
    private @Nullable List<OpenEvent> slots(Exclusive exclusive, List<OpenEvent> events) {
        WeekCells cells = situation.cells;
        List<Supply.Demand> demands = events.stream()
                .map(event -> new Supply.Demand(
                        event.times().stream().mapToInt(cells::count).min().orElse(0), 1, cells.union(event.times())))
                .toList();
        Supply.Shortage shortage = Supply.shortage(demands, place -> 1);
        if (shortage == null) {
            return null;
        }
        List<OpenEvent> culprits = shortage.demands().stream().map(events::get).toList();
        find(
                exclusive,
                new Finding(exclusive.family(), culprits, shortage.needed(), shortage.available(), "slots", ""));
        return culprits;
    }

    /** Long events: on each day only so many fit one after another, whatever the slots between. */
    private void stretches(Exclusive exclusive, List<OpenEvent> events) {
        int[] lengths = events.stream()
                .mapToInt(OpenEvent::shortest)
                .filter(length -> length > 1)
                .distinct()
                .sorted()
                .toArray();
        for (int length : lengths) {
            List<OpenEvent> longOnes =
                    events.stream().filter(event -> event.shortest() >= length).toList();
            Packing packing = new Packing(situation.cells, longOnes);
            if (packing.needed() > packing.capacity(time -> true)) {
                find(
                        exclusive,
                        new Finding(
                                exclusive.family(),
                                longOnes,
                                packing.needed(),
                                packing.capacity(time -> true),
                                "stretches",
                                " of %s in a row".formatted(Words.count(length, "slot"))));
                return;
            }
        }
    }

    private void find(Exclusive exclusive, Finding finding) {
        found.computeIfAbsent(finding, key -> new ArrayList<>()).add(exclusive.owner());
    }

    private void report(Finding finding, List<Subject> owners) {
        String kinds =
                situation.cells.kinds() == 1 ? "" : ", over the %d kinds of weeks".formatted(situation.cells.kinds());
        List<OpenEvent> events = finding.events;
        long available = finding.available;
        String names = Phrases.events(events);
        String what = "%d %s%s".formatted(finding.needed, finding.unit, finding.detail);
        String owner = Phrases.subjects(owners);
        String message = switch (finding.family) {
            case PERSON_TIME ->
                "%s must give %s (%s), but only %d of the possible ones are free%s."
                        .formatted(owner, what, names, available, kinds);
            case GROUP_TIME ->
                "Group %s must attend %s (%s), but only %d of the possible ones are free%s."
                        .formatted(owner, what, names, available, kinds);
            case ROOM_TIME ->
                "Only room %s will do for %s (%s), but only %d of the possible ones are free in it%s."
                        .formatted(owner, what, names, available, kinds);
            default ->
                "By the rule “%s” %s (%s) must lie side by side, but there are only %d%s."
                        .formatted(owner, what, names, available, kinds);
        };
        String first = switch (finding.family) {
            case PERSON_TIME ->
                "Let somebody else give one of them, or make %s available at other times.".formatted(owner);
            case GROUP_TIME -> "Make group %s available at other times.".formatted(owner);
            case ROOM_TIME ->
                "Allow another room for one of them, or make room %s available at other times.".formatted(owner);
            default -> "Relax the rule “%s”.".formatted(owner);
        };
        List<Subject> subjects = new ArrayList<>(Situation.with(owners, events));
        events.stream().filter(event -> event.pin != null).forEach(event -> subjects.add(Situation.pinSubject(event)));
        report.add(
                finding.family,
                subjects,
                finding.needed,
                available,
                finding.unit,
                message,
                first,
                "Give these events more possible times, or have fewer of them.");
    }
}
