package org.horarium.server.generation.compare;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.horarium.engine.variant.Variant;
import org.horarium.server.generation.JobVariant;
import org.horarium.server.generation.VariantFigures;
import org.horarium.server.generation.compare.Chart.Series;
import org.horarium.server.timetable.Frame;
import org.horarium.server.timetable.NewRevision;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.PlacedActivity.Weeks;

/**
 * What the variants of a job look like:
 *
 * <ul>
 *   <li><b>preferences</b>: sessions that are somebody's first, second, third and other choice;
 *   <li><b>load</b>: slots in a week of each person who gives anything in any variant;
 *   <li><b>gaps</b>: for each day, slots between the first and the last of a group in which it has nothing, summed over the
 *       smallest groups. A slot with an elective counts as taken by all whose group may take it;
 *   <li><b>rooms</b>: for each slot of the day, rooms in use at that time, on average over the days.
 * </ul>
 *
 * What takes place every other week counts half.
 */
public final class VariantCharts {
    private VariantCharts() {}

    /**
     * Draws.
     *
     * @param variants with their figures
     * @param contents what each of them holds
     * @param locale of the names of days
     * @return charts without those that have nothing to show
     */
    public static List<Chart> of(List<JobVariant> variants, Map<Variant, NewRevision> contents, Locale locale) {
        List<JobVariant> known =
                variants.stream().filter(v -> contents.containsKey(v.variant())).toList();
        if (known.isEmpty()) {
            return List.of();
        }
        Map<Variant, NewRevision> held = new LinkedHashMap<>();
        known.forEach(v -> {
            NewRevision content = contents.get(v.variant());
            if (content != null) {
                held.put(v.variant(), content);
            }
        });
        Frame frame = held.values().iterator().next().frame();
        return List.of(preferences(known), load(held), gaps(held, frame, locale), rooms(held, frame)).stream()
                .filter(chart -> chart.most() > 0)
                .toList();
    }

    private static Chart preferences(List<JobVariant> variants) {
        return new Chart(
                "preferences",
                List.of("1", "2", "3", "4+"),
                false,
                variants.stream()
                        .map(v -> new Series(v.variant(), choices(v.figures())))
                        .toList());
    }

    private static List<Double> choices(VariantFigures figures) {
        return List.of((double) figures.first(), (double) figures.second(), (double) figures.third(), (double)
                figures.other());
    }

    private static Chart load(Map<Variant, NewRevision> held) {
        Map<Variant, Map<String, Double>> loads = new LinkedHashMap<>();
        held.forEach((variant, content) -> loads.put(variant, loads(content.activities())));
        Set<String> busy =
                loads.values().stream().flatMap(load -> load.keySet().stream()).collect(Collectors.toSet());
        List<Frame.Label> people = held.values().iterator().next().frame().people().stream()
                .filter(person -> busy.contains(person.id()))
                .toList();
        return chart(
                "load",
                people.stream().map(Frame.Label::name).toList(),
                true,
                loads,
                load -> people.stream()
                        .map(person -> load.getOrDefault(person.id(), 0.0))
                        .toList());
    }

    private static Map<String, Double> loads(List<PlacedActivity> activities) {
        Map<String, Double> loads = new HashMap<>();
        for (PlacedActivity activity : activities) {
            activity.staff().stream()
                    .map(PlacedActivity.Staff::person)
                    .distinct()
                    .forEach(person -> loads.merge(person, activity.duration() * share(activity), Double::sum));
        }
        return loads;
    }

    private static Chart gaps(Map<Variant, NewRevision> held, Frame frame, Locale locale) {
        return chart(
                "gaps",
                frame.days().stream()
                        .map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, locale))
                        .toList(),
                false,
                held,
                content -> frame.days().stream()
                        .map(day -> (gaps(content, day, Weeks.A) + gaps(content, day, Weeks.B)) / 2.0)
                        .toList());
    }

    private static int gaps(NewRevision content, DayOfWeek day, Weeks week) {
        Map<String, BitSet> taken = new HashMap<>();
        for (PlacedActivity activity : content.activities()) {
            if (activity.day() == day && (activity.weeks() == Weeks.EVERY || activity.weeks() == week)) {
                activity.attendees()
                        .forEach(group -> taken.computeIfAbsent(group, key -> new BitSet())
                                .set(activity.slot(), activity.end()));
            }
        }
        return taken.values().stream()
                .mapToInt(slots -> slots.length() - slots.nextSetBit(0) - slots.cardinality())
                .sum();
    }

    private static Chart rooms(Map<Variant, NewRevision> held, Frame frame) {
        return chart(
                "rooms",
                frame.slots().stream().map(slot -> slot.start().toString()).toList(),
                false,
                held,
                content -> inUse(content, frame));
    }

    private static List<Double> inUse(NewRevision content, Frame frame) {
        double[] used = new double[frame.slots().size()];
        for (PlacedActivity activity : content.activities()) {
            if (activity.room() != null) {
                for (int slot = activity.slot(); slot < activity.end(); slot++) {
                    used[slot - 1] += share(activity) / frame.days().size();
                }
            }
        }
        return Arrays.stream(used).boxed().toList();
    }

    private static double share(PlacedActivity activity) {
        return activity.weeks() == Weeks.EVERY ? 1 : 0.5;
    }

    private static <T> Chart chart(
            String key, List<String> labels, boolean fallsOff, Map<Variant, T> of, Function<T, List<Double>> values) {
        return new Chart(
                key,
                labels,
                fallsOff,
                of.entrySet().stream()
                        .map(entry -> new Series(entry.getKey(), values.apply(entry.getValue())))
                        .toList());
    }
}
