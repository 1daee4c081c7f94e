package org.horarium.formats.fet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.horarium.engine.model.Cumulative;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.TimePattern;

/** Constraints between activities: days apart, same time, one after the other, never at once. */
final class ActivityFamilies {
    private static final int MOST_PAIRS = 20_000;
    private static final int MOST = 1_000_000;

    private final FetLists lists;
    private final FetTarget target;

    ActivityFamilies(FetLists lists, FetTarget target) {
        this.lists = lists;
        this.target = target;
    }

    void register(Map<String, FetFamily> families) {
        families.put("ConstraintMinDaysBetweenActivities", this::minDays);
        set(families, "ActivitiesSameStartingTime", new DistributionRule.SameStart(), new DistributionRule.SameDays());
        set(families, "ActivitiesSameStartingHour", new DistributionRule.SameStart());
        set(families, "ActivitiesSameStartingDay", new DistributionRule.SameDays());
        set(families, "ActivitiesNotOverlapping", new DistributionRule.NotOverlap());
        DistributionRule together = new DistributionRule.MaxGap(0);
        set(families, "TwoActivitiesGrouped", new DistributionRule.SameDays(), together);
        // Three in one block: the first and the last do not touch.
        DistributionRule block = new DistributionRule.MaxBreaks(0, 0);
        set(families, "ThreeActivitiesGrouped", new DistributionRule.SameDays(), block);
        set(
                families,
                "TwoActivitiesConsecutive",
                new DistributionRule.SameDays(),
                new DistributionRule.Precedence(),
                together);
        set(families, "TwoActivitiesOrdered", new DistributionRule.Precedence());
        families.put(
                "ConstraintMinGapsBetweenActivities",
                (item, weight) -> add(
                        item,
                        weight,
                        activities(item),
                        new DistributionRule.MinGap(item.number("MinGaps", 0, 1_000_000))));
        set(families, "TwoActivitiesOrderedIfSameDay", new DistributionRule.OrderedIfSameDay());
        families.put(
                "ConstraintMaxDaysBetweenActivities",
                (item, weight) -> add(
                        item,
                        weight,
                        activities(item),
                        new DistributionRule.MaxDaysBetween(item.number("MaxDays", 0, 31))));
        families.put(
                "ConstraintMaxGapsBetweenActivities",
                (item, weight) -> add(
                        item,
                        weight,
                        activities(item),
                        new DistributionRule.MaxGap(item.number("MaxGaps", 0, 1_000_000))));
        families.put("ConstraintActivityTagsNotOverlapping", this::tagsNotOverlapping);
        families.put("ConstraintTwoSetsOfActivitiesOrdered", this::setsOrdered);
        families.put("ConstraintActivitiesMaxSimultaneousInSelectedTimeSlots", this::maxSimultaneous);
        selection(
                families,
                "MaxTotalActivitiesFromSetInSelectedTimeSlots",
                "Max_Total_Number_of_Activities",
                DistributionRule.EventsWithin::new);
        selection(
                families,
                "ActivitiesOccupyMaxTimeSlotsFromSelection",
                "Max_Number_of_Occupied_Time_Slots",
                (times, most) -> new DistributionRule.SlotsWithin(times, 0, most));
        selection(
                families,
                "ActivitiesOccupyMinTimeSlotsFromSelection",
                "Min_Number_of_Occupied_Time_Slots",
                (times, least) -> new DistributionRule.SlotsWithin(times, least, Integer.MAX_VALUE));
    }

    private void selection(
            Map<String, FetFamily> families,
            String family,
            String limit,
            BiFunction<List<TimePattern>, Integer, DistributionRule> rule) {
        families.put("Constraint" + family, (item, weight) -> {
            int number = item.number(limit, 0, MOST);
            within(item, weight, activities(item), selected(item), times -> rule.apply(times, number));
        });
    }

    private void set(Map<String, FetFamily> families, String family, DistributionRule... rules) {
        families.put("Constraint" + family, (item, weight) -> {
            List<String> activities = activities(item);
            for (DistributionRule rule : rules) {
                add(item, weight, activities, rule);
            }
        });
    }

    private void add(FetItem item, FetWeight weight, List<String> activities, DistributionRule rule) {
        if (activities.size() > 1) {
            target.add(item, id -> new Distribution(id, rule, activities, weight.strength()));
        }
    }

    /** The active activities that a constraint names, in its order. */
    private List<String> activities(FetItem item) {
        Set<String> ids = new LinkedHashSet<>();
        for (String child : List.of("First_Activity_Id", "Second_Activity_Id", "Third_Activity_Id", "Activity_Id")) {
            ids.addAll(item.texts(child));
        }
        if (ids.isEmpty()) {
            item.fault("The %s names no activity.".formatted(item.type()));
        }
        ids.forEach(id -> item.known("activity", id, lists.activityIds));
        ids.retainAll(lists.activities.keySet());
        return List.copyOf(ids);
    }

    private void minDays(FetItem item, FetWeight weight) {
        List<String> activities = activities(item);
        int days = item.number("MinDays", 1, 31);
        if (activities.size() < 2) {
            return;
        }
        target.add(item, id -> new MinDaysBetween(id, activities, days, weight.strength()));
        if (item.isTrue("Consecutive_If_Same_Day") && !weight.hard()) {
            // FET never lets go of this, whatever the weight.
            target.add(item, id -> new Distribution(id, new DistributionRule.MaxGap(0), activities, Strength.HARD));
        }
    }

    /** Activities with one tag may overlap each other, not those with another tag. */
    private void tagsNotOverlapping(FetItem item, FetWeight weight) {
        List<Set<String>> sets = new ArrayList<>();
        for (String tag : item.texts("Activity_Tag")) {
            item.known("activity tag", tag, lists.tags);
            Set<String> ids = new LinkedHashSet<>();
            lists.activities.values().stream()
                    .filter(activity -> activity.tags().contains(tag))
                    .forEach(activity -> ids.add(activity.id()));
            sets.add(ids);
        }
        Set<List<String>> pairs = new LinkedHashSet<>();
        for (int i = 0; i < sets.size(); i++) {
            for (int j = i + 1; j < sets.size(); j++) {
                pairs(item, sets.get(i), sets.get(j), pairs);
            }
        }
        pairs.forEach(pair -> add(item, weight, pair, new DistributionRule.NotOverlap()));
    }

    private void setsOrdered(FetItem item, FetWeight weight) {
        Set<String> first = new LinkedHashSet<>(item.texts("First_Activity_Id"));
        Set<String> second = new LinkedHashSet<>(item.texts("Second_Activity_Id"));
        Set<List<String>> pairs = new LinkedHashSet<>();
        first.retainAll(lists.activities.keySet());
        second.retainAll(lists.activities.keySet());
        pairs(item, first, second, pairs);
        pairs.forEach(pair -> add(item, weight, pair, new DistributionRule.Precedence()));
    }

    private void pairs(FetItem item, Set<String> first, Set<String> second, Set<List<String>> pairs) {
        if ((long) first.size() * second.size() + pairs.size() > MOST_PAIRS) {
            target.warn(
                    item,
                    "%s is about more than %d pairs of activities; it is ignored.".formatted(item.type(), MOST_PAIRS));
            return;
        }
        for (String a : first) {
            for (String b : second) {
                if (!a.equals(b)) {
                    pairs.add(List.of(a, b));
                }
            }
        }
    }

    private void maxSimultaneous(FetItem item, FetWeight weight) {
        List<String> activities = activities(item);
        int most = item.number("Max_Number_of_Simultaneous_Activities", 0, MOST);
        BitSet selected = selected(item);
        if (selected.cardinality() < target.times.slots()) {
            within(item, weight, activities, selected, times -> new DistributionRule.AtOnceWithin(times, most));
            return;
        }
        target.add(
                item,
                id -> new Cumulative(
                        id,
                        "activities at once",
                        activities.stream()
                                .map(activity -> new Cumulative.Demand(activity, 1))
                                .toList(),
                        most,
                        weight.strength()));
    }

    private void within(
            FetItem item,
            FetWeight weight,
            List<String> activities,
            BitSet selected,
            Function<List<TimePattern>, DistributionRule> rule) {
        if (selected.isEmpty()) {
            item.fault("The %s selects no time slot.".formatted(item.type()));
            return;
        }
        DistributionRule meant = rule.apply(target.times.patterns(selected));
        target.add(item, id -> new Distribution(id, meant, activities, weight.strength()));
    }

    private BitSet selected(FetItem item) {
        BitSet selected = new BitSet();
        for (FetItem slot : item.items("Selected_Time_Slot")) {
            int day = slot.position("Selected_Day", "day", lists.days);
            selected.set(day * lists.hours.size() + slot.position("Selected_Hour", "hour", lists.hours));
        }
        return selected;
    }
}
