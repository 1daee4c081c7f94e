package org.horarium.server.preference.portal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.horarium.formats.college.Preference.Bucket;
import org.horarium.server.preference.sheet.Item;
import org.horarium.server.preference.sheet.Sheet;
import org.horarium.server.preference.sheet.SheetContent;
import org.horarium.server.preference.sheet.WeekSlots;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as the page shows it.
 *
 * @param sheet the sheet
 * @param content what is shown: the draft, or what was sent and could not be saved
 * @param sections unranked first, then the buckets
 * @param week for the grid
 * @param proxy who writes for the person; null for themselves
 */
record SheetView(
        Sheet sheet,
        SheetContent content,
        List<Section> sections,
        WeekSlots.Week week,
        @Nullable String proxy) {
    /**
     * Activities with the same bucket.
     *
     * @param bucket its name; empty for unranked
     * @param lines in order
     */
    record Section(String bucket, List<Line> lines) {}

    /**
     * An activity.
     *
     * @param item what it is
     * @param bucket its name; empty for unranked
     * @param place in its bucket; null for none
     * @param reason empty for none
     */
    record Line(Item item, String bucket, @Nullable Integer place, String reason) {}

    static SheetView of(
            Sheet sheet, SheetContent content, List<Item> items, WeekSlots.Week week, @Nullable String proxy) {
        return new SheetView(sheet, content, sections(content, items), week, proxy);
    }

    static List<Section> sections(SheetContent content, List<Item> items) {
        List<Line> lines = new ArrayList<>();
        for (Item item : items) {
            SheetContent.Entry entry = content.of(item.template());
            lines.add(
                    entry == null
                            ? new Line(item, "", null, "")
                            : new Line(
                                    item,
                                    entry.bucket().name(),
                                    entry.order(),
                                    entry.reason() == null ? "" : entry.reason()));
        }
        List<UUID> order =
                content.entries().stream().map(SheetContent.Entry::template).toList();
        Comparator<Line> byPlace =
                Comparator.comparingInt(line -> order.indexOf(line.item().template()));
        Function<String, Section> section = bucket -> new Section(
                bucket,
                lines.stream()
                        .filter(line -> line.bucket().equals(bucket))
                        .sorted(byPlace)
                        .toList());
        return Stream.concat(Stream.of(""), Stream.of(Bucket.values()).map(Enum::name))
                .map(section)
                .collect(Collectors.toList());
    }

    /** Activities in all sections. */
    public List<Line> lines() {
        return sections.stream().flatMap(section -> section.lines().stream()).toList();
    }

    /** Whether a slot is marked as one at which they cannot come. */
    public boolean isMarked(int day, WeekSlots.Slot slot) {
        return content.unavailable().contains(new SheetContent.Cell(day, slot.start()));
    }

    /** Whether the data say already that they cannot come. */
    public boolean isKnown(int day, WeekSlots.Slot slot) {
        return week.known().contains(new SheetContent.Cell(day, slot.start()));
    }

    /** Activities that they refuse. */
    public long vetoes() {
        return content.entries().stream()
                .filter(entry -> entry.bucket() == Bucket.CANNOT)
                .count();
    }

    /** Activities that they have said something of. */
    public int ranked() {
        return content.entries().size();
    }

    /** Short name of a day. */
    public String dayName(int day, Locale locale) {
        return DayOfWeek.of(day).getDisplayName(TextStyle.SHORT, locale);
    }

    /** Whole name of a day, for labels. */
    public String wholeDayName(int day, Locale locale) {
        return DayOfWeek.of(day).getDisplayName(TextStyle.FULL, locale);
    }

    /** When it closes, in seconds from now, not below 0. */
    public long secondsLeft() {
        return Math.max(0, sheet.until().getEpochSecond() - Instant.now().getEpochSecond());
    }
}
