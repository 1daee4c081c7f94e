package org.horarium.engine.explain;

import java.util.ArrayList;
import java.util.List;
import org.horarium.engine.explain.Impossibility.Family;
import org.horarium.engine.model.Cumulative;
import org.horarium.engine.text.Words;

/** Scarce things: one event that asks for more than there is, and all of them against what the slots hold. */
final class EquipmentCheck {
    private final Situation situation;
    private final Report report;

    EquipmentCheck(Situation situation, Report report) {
        this.situation = situation;
        this.report = report;
    }

    void run() {
        situation.hard(Cumulative.class).forEach(this::check);
    }

    private void check(Cumulative rule) {
        List<OpenEvent> events = new ArrayList<>();
        List<Supply.Demand> demands = new ArrayList<>();
        for (Cumulative.Demand demand : rule.demands()) {
            OpenEvent event = situation.event(demand.event());
            if (event.conceded()) {
                continue;
            }
            if (demand.amount() > rule.capacity()) {
                event.concede();
                report(rule, List.of(event), demand.amount(), rule.capacity(), "pieces", "");
                continue;
            }
            events.add(event);
            long least = event.times().stream()
                    .mapToInt(situation.cells::count)
                    .min()
                    .orElse(0);
            demands.add(
                    new Supply.Demand(least * demand.amount(), demand.amount(), situation.cells.union(event.times())));
        }
        Supply.Shortage shortage = Supply.shortage(demands, cell -> rule.capacity());
        if (shortage != null) {
            List<OpenEvent> culprits =
                    shortage.demands().stream().map(events::get).toList();
            report(rule, culprits, shortage.needed(), shortage.available(), "piece slots", "");
        } else {
            stretches(rule);
        }
    }

    /** Long events that need at least so many pieces: only so many at a time, and on a day one after another. */
    private void stretches(Cumulative rule) {
        int[] amounts = rule.demands().stream()
                .mapToInt(Cumulative.Demand::amount)
                .distinct()
                .sorted()
                .toArray();
        for (int amount : amounts) {
            List<OpenEvent> users = situation.openOf(rule.demands().stream()
                    .filter(demand -> demand.amount() >= amount)
                    .map(Cumulative.Demand::event)
                    .toList());
            int[] lengths = users.stream()
                    .mapToInt(OpenEvent::shortest)
                    .distinct()
                    .sorted()
                    .toArray();
            for (int length : lengths) {
                List<OpenEvent> longOnes = users.stream()
                        .filter(event -> event.shortest() >= length)
                        .toList();
                Packing packing = new Packing(situation.cells, longOnes);
                long available = packing.capacity(time -> true) * (rule.capacity() / amount);
                if (packing.needed() > available) {
                    report(
                            rule,
                            longOnes,
                            packing.needed(),
                            available,
                            "stretches",
                            " of %s in a row with %d pieces each".formatted(Words.count(length, "slot"), amount));
                    return;
                }
            }
        }
    }

    private void report(
            Cumulative rule, List<OpenEvent> events, long needed, long available, String unit, String detail) {
        report.add(
                Family.EQUIPMENT,
                Situation.with(List.of(Situation.subject(rule)), events),
                needed,
                available,
                unit,
                "%s: %s need%s %d %s%s, and there are %d."
                        .formatted(
                                rule.name(),
                                Phrases.events(events),
                                events.size() == 1 ? "s" : "",
                                needed,
                                unit,
                                detail,
                                available),
                "Get more of it (%s; there are %d).".formatted(rule.name(), rule.capacity()),
                "Give these events more possible times, or let some do without.");
    }
}
