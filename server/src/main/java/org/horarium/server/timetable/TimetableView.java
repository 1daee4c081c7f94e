package org.horarium.server.timetable;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A revision as a page shows it, from one side.
 *
 * @param revision what is shown
 * @param by from which side
 * @param choices what can be chosen on this side, only what has something in it; in the frame's order
 * @param of id of what was chosen; null when there is nothing to choose
 * @param name of what was chosen
 * @param activities what is in it
 * @param grid its week
 * @param days the days of the week, named
 * @param slots slots that are taken in a week, A/B weeks counting half
 */
public record TimetableView(
        Revision revision,
        Perspective by,
        List<Frame.Label> choices,
        @Nullable String of,
        String name,
        List<PlacedActivity> activities,
        WeekGrid grid,
        List<Day> days,
        double slots) {
    public TimetableView {
        choices = List.copyOf(choices);
        activities = List.copyOf(activities);
        days = List.copyOf(days);
    }

    /**
     * A day of the week.
     *
     * @param day which
     * @param name in the reader's language
     * @param shortName in the reader's language
     * @param cards what is on, from morning to evening
     */
    public record Day(DayOfWeek day, String name, String shortName, List<WeekGrid.Card> cards) {}

    /**
     * Looks at a revision.
     *
     * @param revision what to show
     * @param by from which side
     * @param wanted id of what to show; the first choice if null or unknown
     * @param locale of the names of days
     */
    public static TimetableView of(Revision revision, Perspective by, @Nullable String wanted, Locale locale) {
        Frame frame = revision.frame();
        List<Frame.Label> choices = choices(revision, by);
        String of = choices.stream()
                .map(Frame.Label::id)
                .filter(id -> id.equals(wanted))
                .findFirst()
                .orElseGet(() -> first(frame, by, choices));
        Set<String> ids = of == null ? Set.of() : by.related(frame, of);
        String name = choices.stream()
                .filter(c -> c.id().equals(of))
                .map(Frame.Label::name)
                .findFirst()
                .orElse("");
        return view(
                revision,
                by,
                choices,
                of,
                name,
                revision.activities().stream().filter(a -> by.concerns(a, ids)).toList(),
                locale);
    }

    /** What is shown before anything is chosen: a section rather than a batch, whose week is crowded. */
    private static @Nullable String first(Frame frame, Perspective by, List<Frame.Label> choices) {
        List<String> ids = choices.stream().map(Frame.Label::id).toList();
        return frame.groups().stream()
                .filter(g -> by == Perspective.GROUP && g.kind() == Frame.GroupKind.SECTION)
                .map(Frame.Group::id)
                .filter(ids::contains)
                .findFirst()
                .orElse(ids.isEmpty() ? null : ids.get(0));
    }

    /** Looks at some activities of a revision, chosen by the caller. */
    public static TimetableView of(
            Revision revision, Perspective by, String name, List<PlacedActivity> activities, Locale locale) {
        return view(revision, by, List.of(), null, name, activities, locale);
    }

    /** The same under another name. */
    TimetableView named(String other) {
        return new TimetableView(revision, by, choices, of, other, activities, grid, days, slots);
    }

    private static TimetableView view(
            Revision revision,
            Perspective by,
            List<Frame.Label> choices,
            @Nullable String of,
            String name,
            List<PlacedActivity> activities,
            Locale locale) {
        WeekGrid grid = new WeekGridBuilder(revision.frame()).build(activities);
        List<Day> days = grid.days().stream()
                .map(day -> new Day(
                        day,
                        day.getDisplayName(TextStyle.FULL_STANDALONE, locale),
                        day.getDisplayName(TextStyle.SHORT_STANDALONE, locale),
                        grid.cards(day)))
                .toList();
        double slots = activities.stream()
                .mapToDouble(a -> a.weeks() == PlacedActivity.Weeks.EVERY ? a.duration() : a.duration() / 2.0)
                .sum();
        return new TimetableView(revision, by, choices, of, name, activities, grid, days, slots);
    }

    /** What can be chosen, without what has nothing on. */
    public static List<Frame.Label> choices(Revision revision, Perspective by) {
        return by.choices(revision.frame()).stream()
                .filter(choice -> {
                    Set<String> ids = by.related(revision.frame(), choice.id());
                    return revision.activities().stream().anyMatch(a -> by.concerns(a, ids));
                })
                .toList();
    }
}
