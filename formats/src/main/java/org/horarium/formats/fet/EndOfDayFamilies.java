package org.horarium.formats.fet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;

/**
 * Activities that begin or end the day of their students or teachers: on a day they share, all others of the same people
 * come after or before. Two activities that both end a day do not share one.
 */
final class EndOfDayFamilies {
    private static final int MOST_PAIRS = 50_000;

    private final FetLists lists;
    private final FetTarget target;
    private int pairs;

    EndOfDayFamilies(FetLists lists, FetTarget target) {
        this.lists = lists;
        this.target = target;
    }

    void register(Map<String, FetFamily> families) {
        for (boolean ends : List.of(true, false)) {
            for (boolean students : List.of(true, false)) {
                String family = (ends ? "Ends" : "Begins") + (students ? "StudentsDay" : "TeachersDay");
                families.put("ConstraintActivity" + family, (item, weight) -> {
                    String id = item.text("Activity_Id");
                    item.known("activity", id, lists.activityIds);
                    atTheEdge(item, weight, activity -> activity.id().equals(id), ends, students);
                });
                // Of several the verb has no s.
                String plural = (ends ? "End" : "Begin") + (students ? "StudentsDay" : "TeachersDay");
                families.put(
                        "ConstraintActivities" + plural,
                        (item, weight) -> atTheEdge(item, weight, TimeFamilies.filter(item, lists), ends, students));
            }
        }
    }

    private void atTheEdge(
            FetItem item, FetWeight weight, Predicate<FetActivity> meant, boolean ends, boolean students) {
        Map<String, List<FetActivity>> of = new LinkedHashMap<>();
        for (FetActivity activity : lists.activities.values()) {
            for (String who : students ? activity.groups() : activity.teachers()) {
                of.computeIfAbsent(who, name -> new ArrayList<>()).add(activity);
            }
        }
        for (FetActivity edge : lists.activities.values().stream().filter(meant).toList()) {
            Set<String> others = new LinkedHashSet<>();
            for (String who : students ? edge.groups() : edge.teachers()) {
                of.getOrDefault(who, List.of()).forEach(other -> others.add(other.id()));
            }
            others.remove(edge.id());
            if (pairs + others.size() > MOST_PAIRS) {
                target.warn(
                        item,
                        "%s makes more than %d pairs of activities; it is ignored for activity %s and the rest."
                                .formatted(item.type(), MOST_PAIRS, edge.name()));
                return;
            }
            pairs += others.size();
            for (String other : others) {
                List<String> order = ends ? List.of(other, edge.id()) : List.of(edge.id(), other);
                target.add(
                        item,
                        id -> new Distribution(id, new DistributionRule.OrderedIfSameDay(), order, weight.strength()));
            }
        }
    }
}
