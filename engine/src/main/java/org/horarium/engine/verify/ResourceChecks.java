package org.horarium.engine.verify;

import java.util.ArrayList;
import java.util.List;
import org.horarium.engine.model.Cumulative;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.LoadBalance;
import org.horarium.engine.model.TimePattern;
import org.jspecify.annotations.Nullable;

/** Scarce things in use at once, and the load that people carry. */
final class ResourceChecks {
    private ResourceChecks() {}

    static List<Breach> cumulative(PlanIndex index, Cumulative constraint) {
        Grid grid = index.problem.grid();
        List<Breach> breaches = new ArrayList<>();
        for (int week = 0; week < grid.weeks(); week++) {
            for (int day = 0; day < grid.days(); day++) {
                int[] use = new int[grid.slotsPerDay()];
                List<String> today = new ArrayList<>();
                for (Cumulative.Demand demand : constraint.demands()) {
                    Placed item = index.placed(demand.event());
                    if (item == null || !meets(item.time(), week, day)) {
                        continue;
                    }
                    today.add(demand.event());
                    for (int slot = item.time().start();
                            slot < Math.min(item.time().end(), use.length);
                            slot++) {
                        use[slot] += demand.amount();
                    }
                }
                Breach breach = shortage(index, constraint, today, use, week, day);
                if (breach != null) {
                    breaches.add(breach);
                }
            }
        }
        return breaches;
    }

    private static @Nullable Breach shortage(
            PlanIndex index, Cumulative constraint, List<String> today, int[] use, int week, int day) {
        long units = 0;
        int worst = 0;
        for (int slot = 0; slot < use.length; slot++) {
            units += Math.max(0, use[slot] - constraint.capacity());
            worst = use[slot] > use[worst] ? slot : worst;
        }
        if (units == 0) {
            return null;
        }
        TimePattern when = new TimePattern(1L << week, 1 << day, worst, 1);
        return new Breach(
                today,
                units,
                "%s: %d in use on %s; there are %d"
                        .formatted(constraint.name(), use[worst], index.words.when(when), constraint.capacity()));
    }

    private static boolean meets(TimePattern time, int week, int day) {
        return (time.weeks() >>> week & 1) != 0 && (time.days() >>> day & 1) != 0;
    }

    static List<Breach> loadBalance(PlanIndex index, LoadBalance constraint) {
        List<Breach> breaches = new ArrayList<>();
        for (LoadBalance.Target target : constraint.targets()) {
            List<Placed> given = index.ofPerson(target.person());
            long load =
                    given.stream().mapToLong(item -> item.time().totalSlots()).sum();
            long steps = Math.abs(load - target.slots()) / constraint.step();
            if (steps > 0) {
                breaches.add(new Breach(
                        given.stream().map(Placed::id).toList(),
                        steps * steps,
                        "%s carries %d slots; the target is %d".formatted(target.person(), load, target.slots())));
            }
        }
        return breaches;
    }
}
