package org.horarium.server.timetable.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.horarium.engine.edit.Choice;
import org.horarium.engine.edit.CostChange;
import org.horarium.server.timetable.PlacedActivity;

/**
 * Where an activity could go, one answer for each cell of the week: where an activity could be there in several kinds of
 * weeks, its own, else the cheapest legal one.
 */
final class SlotChoices {
    private SlotChoices() {}

    /** How a cell looks. */
    enum Look {
        /** It is there now. */
        HERE,
        /** It may go there and the timetable gets better. */
        BETTER,
        /** It may go there and nothing else changes. */
        EVEN,
        /** It may go there, at a cost. */
        WORSE,
        /** A rule speaks against it. */
        ILLEGAL
    }

    /**
     * A cell.
     *
     * @param place where it would be
     * @param look legal, better, worse or not
     * @param change of the cost, by sum
     * @param goals changes by goal, without those that stay
     * @param reasons what speaks against it
     */
    record Cell(PlacedActivity place, Look look, long change, Map<String, Long> goals, List<String> reasons) {}

    /**
     * The cells.
     *
     * @param weeks {@code a} or {@code b}: preferred where an activity could be in several kinds of weeks
     */
    static List<Cell> of(
            OpenDraft draft, String activity, Wording words, @org.jspecify.annotations.Nullable String weeks) {
        PlacedActivity now = draft.places().get(activity);
        Map<String, List<Cell>> byCell = new LinkedHashMap<>();
        for (Choice choice : draft.times(activity)) {
            Cell cell = cell(draft.placed(choice.placement()), now, choice, words);
            byCell.computeIfAbsent(cell.place.day() + "/" + cell.place.slot(), key -> new ArrayList<>())
                    .add(cell);
        }
        return byCell.values().stream()
                .map(cells -> cells.stream().min(preferred(now, weeks)).orElseThrow())
                .toList();
    }

    private static Comparator<Cell> preferred(
            @org.jspecify.annotations.Nullable PlacedActivity now, @org.jspecify.annotations.Nullable String weeks) {
        return Comparator.comparing((Cell cell) -> cell.look != Look.HERE)
                .thenComparing(cell -> cell.look == Look.ILLEGAL)
                .thenComparing(
                        cell -> weeks != null && !cell.place.weeks().name().equalsIgnoreCase(weeks))
                .thenComparing(cell -> now != null && cell.place.weeks() != now.weeks())
                .thenComparingLong(Cell::change);
    }

    static Cell cell(
            PlacedActivity place, @org.jspecify.annotations.Nullable PlacedActivity now, Choice choice, Wording words) {
        Map<String, Long> goals = goals(choice.change());
        long change = choice.change().total();
        Look look;
        if (place.equals(now)) {
            look = Look.HERE;
        } else if (!choice.isLegal()) {
            look = Look.ILLEGAL;
        } else {
            look = change < 0 ? Look.BETTER : change == 0 ? Look.EVEN : Look.WORSE;
        }
        return new Cell(
                place,
                look,
                change,
                goals,
                choice.reasons().stream().map(words::reason).distinct().toList());
    }

    /** Changes by the name of the goal. */
    static Map<String, Long> goals(CostChange change) {
        Map<String, Long> goals = new LinkedHashMap<>();
        change.byComponent().forEach((goal, by) -> goals.put(goal.name().toLowerCase(Locale.ROOT), by));
        return goals;
    }
}
