package org.horarium.engine.verify;

import java.util.ArrayList;
import java.util.List;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.model.WorkingDays;
import org.horarium.engine.text.Words;

/** How the sessions of a course spread over the days. */
final class SpreadChecks {
    private SpreadChecks() {}

    static List<Breach> minDaysBetween(PlanIndex index, MinDaysBetween constraint) {
        List<Placed> placed = index.placed(constraint.events());
        List<Breach> breaches = new ArrayList<>();
        for (int i = 0; i < placed.size(); i++) {
            for (int j = i + 1; j < placed.size(); j++) {
                Placed a = placed.get(i);
                Placed b = placed.get(j);
                int apart = Math.abs(firstDay(a) - firstDay(b));
                if ((a.time().weeks() & b.time().weeks()) != 0 && apart < constraint.days()) {
                    breaches.add(new Breach(
                            List.of(a.id(), b.id()),
                            constraint.days() - apart,
                            "%s are %s apart (%s and %s); at least %d needed"
                                    .formatted(
                                            Words.pair(a.event(), b.event()),
                                            Words.count(apart, "day"),
                                            index.words.when(a.time()),
                                            index.words.when(b.time()),
                                            constraint.days())));
                }
            }
        }
        return breaches;
    }

    private static int firstDay(Placed item) {
        return Integer.numberOfTrailingZeros(item.time().days());
    }

    static List<Breach> workingDays(PlanIndex index, WorkingDays constraint) {
        List<Placed> placed = index.placed(constraint.events());
        int days = 0;
        for (Placed item : placed) {
            days |= item.time().days();
        }
        int missing = constraint.days() - Integer.bitCount(days);
        if (missing <= 0) {
            return List.of();
        }
        return List.of(new Breach(
                constraint.events(),
                missing,
                "The %s use %s; at least %d needed"
                        .formatted(
                                Words.count(placed.size(), "event"),
                                Words.count(Integer.bitCount(days), "day"),
                                constraint.days())));
    }
}
