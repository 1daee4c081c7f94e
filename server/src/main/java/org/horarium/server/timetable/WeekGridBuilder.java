package org.horarium.server.timetable;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.horarium.server.timetable.WeekGrid.Card;
import org.horarium.server.timetable.WeekGrid.Cell;
import org.horarium.server.timetable.WeekGrid.Row;

/** Lays out activities as a {@link WeekGrid}. */
final class WeekGridBuilder {
    private final Frame frame;
    private final FrameNames names;

    WeekGridBuilder(Frame frame) {
        this.frame = frame;
        names = new FrameNames(frame);
    }

    /** The week of the given activities. */
    WeekGrid build(List<PlacedActivity> activities) {
        List<Part> parts = activities.stream().flatMap(a -> parts(a).stream()).toList();
        List<List<Cell>> cellsBySlot = new ArrayList<>();
        for (int slot = 1; slot <= frame.slots().size(); slot++) {
            cellsBySlot.add(new ArrayList<>());
        }
        for (DayOfWeek day : frame.days()) {
            addDay(day, parts.stream().filter(p -> p.activity.day() == day).toList(), cellsBySlot);
        }
        List<Row> rows = new ArrayList<>();
        for (int slot = 1; slot <= frame.slots().size(); slot++) {
            Frame.Slot times = frame.slots().get(slot - 1);
            for (Frame.Pause pause : pausesBefore(slot)) {
                rows.add(new Row(pause.start(), pause.end(), pause.name(), List.of()));
            }
            rows.add(new Row(times.start(), times.end(), null, cellsBySlot.get(slot - 1)));
        }
        return new WeekGrid(frame.days(), rows);
    }

    private void addDay(DayOfWeek day, List<Part> parts, List<List<Cell>> cellsBySlot) {
        for (int slot = 1; slot <= frame.slots().size(); ) {
            List<Part> block = block(parts, slot);
            int end = block.stream().mapToInt(Part::end).max().orElse(slot + 1);
            cellsBySlot.get(slot - 1).add(cell(day, slot, end, block));
            slot = end;
        }
    }

    /** The parts that begin in a slot, and all that overlap with them directly or through others. */
    private static List<Part> block(List<Part> parts, int slot) {
        List<Part> block = new ArrayList<>();
        int end = slot + 1;
        List<Part> byStart =
                parts.stream().sorted(Comparator.comparingInt(Part::slot)).toList();
        for (Part part : byStart) {
            if (part.slot >= slot && part.slot < end) {
                block.add(part);
                end = Math.max(end, part.end);
            }
        }
        return block;
    }

    private Cell cell(DayOfWeek day, int slot, int end, List<Part> block) {
        List<Integer> laneEnds = new ArrayList<>();
        List<Card> cards = new ArrayList<>();
        List<Part> ordered = block.stream().sorted(LANE_ORDER).toList();
        for (Part part : ordered) {
            int lane = 0;
            while (lane < laneEnds.size() && laneEnds.get(lane) > part.slot) {
                lane++;
            }
            if (lane == laneEnds.size()) {
                laneEnds.add(part.end);
            } else {
                laneEnds.set(lane, part.end);
            }
            cards.add(card(part, slot, lane + 1));
        }
        return new Cell(day, end - slot, Math.max(1, laneEnds.size()), cards);
    }

    /** A weeks stand left of B weeks, smaller groups in their order. */
    private static final Comparator<Part> LANE_ORDER = Comparator.comparingInt(Part::slot)
            .thenComparing(p -> p.activity.weeks())
            .thenComparing(p -> p.activity.group())
            .thenComparing(p -> p.activity.activity());

    private Card card(Part part, int cellStart, int lane) {
        PlacedActivity activity = part.activity;
        Frame.Template template = names.template(activity);
        return new Card(
                activity.activity(),
                template.name(),
                template.type(),
                names.group(activity),
                names.room(activity),
                names.people(activity),
                activity.weeks(),
                template.elective(),
                names.start(activity),
                names.end(activity),
                part.slot - cellStart + 1,
                part.end - part.slot,
                lane,
                Palette.colour(template.course()),
                part.slot == activity.slot());
    }

    /** An activity, cut where a break lies inside it. A valid plan has no such activity; a table must survive it. */
    private List<Part> parts(PlacedActivity activity) {
        List<Part> parts = new ArrayList<>();
        int start = activity.slot();
        for (int slot = start + 1; slot < activity.end(); slot++) {
            if (!pausesBefore(slot).isEmpty()) {
                parts.add(new Part(activity, start, slot));
                start = slot;
            }
        }
        parts.add(new Part(activity, start, activity.end()));
        return parts;
    }

    /** The breaks between a slot and the one before it. */
    private List<Frame.Pause> pausesBefore(int slot) {
        if (slot == 1) {
            return List.of();
        }
        var from = frame.slots().get(slot - 2).end();
        var to = frame.slots().get(slot - 1).start();
        return frame.pauses().stream()
                .filter(p -> !p.start().isBefore(from) && !p.end().isAfter(to))
                .sorted(Comparator.comparing(Frame.Pause::start))
                .toList();
    }

    /** The slots [slot, end) of an activity. */
    private record Part(PlacedActivity activity, int slot, int end) {}
}
