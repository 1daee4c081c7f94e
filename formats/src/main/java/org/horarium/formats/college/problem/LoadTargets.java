package org.horarium.formats.college.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.LoadBalance;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.StaffNeed;
import org.horarium.engine.model.Strength;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Personnel;

/**
 * What each person should carry.
 *
 * <p>The load of each need (people × slots × weeks) is shared by its candidates in proportion to their weekly limits; a
 * person's target is the sum of the shares, rounded down, and at most the limit × the weeks of the grid. Being
 * {@value #FREE_SLOTS_PER_WEEK} slots a week away from it is free; the square of each such step costs the objective's
 * {@code loadBalance} × {@value #STEP_COST}.
 */
final class LoadTargets {
    private static final int FREE_SLOTS_PER_WEEK = 2;
    private static final int STEP_COST = 5;
    /** Shares are counted in thousandths of a slot, so that no floating point is needed. */
    private static final long SCALE = 1000;

    private LoadTargets() {}

    /** The constraint, or nothing when load does not matter or there is nobody. */
    static Optional<LoadBalance> of(College college, SlotGrid grid, List<Event> events) {
        int weight = college.objective().loadBalance();
        Map<String, Integer> limits = new HashMap<>();
        for (Personnel person : college.personnel()) {
            limits.put(person.id(), person.maxSlotsPerWeek());
        }
        Map<String, Long> shares = new HashMap<>();
        for (Event event : events) {
            if (event.times().isEmpty()) {
                continue;
            }
            long slots = event.times().get(0).pattern().totalSlots();
            for (StaffNeed need : event.staff()) {
                share(need, slots * need.count() * SCALE, limits, shares);
            }
        }
        List<LoadBalance.Target> targets = college.personnel().stream()
                .filter(person -> shares.containsKey(person.id()))
                .map(person -> new LoadBalance.Target(person.id(), (int) Math.min(
                        shares.getOrDefault(person.id(), 0L) / SCALE, (long) person.maxSlotsPerWeek() * grid.weeks())))
                .toList();
        if (weight == 0 || targets.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LoadBalance(
                "load-balance", targets, FREE_SLOTS_PER_WEEK * grid.weeks(), Strength.soft(weight * STEP_COST)));
    }

    private static void share(StaffNeed need, long load, Map<String, Integer> limits, Map<String, Long> shares) {
        long total = need.candidates().stream()
                .mapToLong(option -> limits.getOrDefault(option.person(), 0))
                .sum();
        for (PersonOption option : need.candidates()) {
            long limit = limits.getOrDefault(option.person(), 0);
            shares.merge(option.person(), total == 0 ? 0 : load * limit / total, Long::sum);
        }
    }
}
