package org.horarium.server.preference.sheet;

import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.horarium.formats.college.Preference.Bucket;
import org.jspecify.annotations.Nullable;

/**
 * What a person says. Always in one order (bucket, place, template; day, time), so that equal words are equal records.
 *
 * @param entries what they said of activities; what is not in here is unranked
 * @param unavailable slots of the week at which they cannot come
 * @param comment free text to the planner, may be empty
 */
public record SheetContent(List<Entry> entries, List<Cell> unavailable, String comment) {
    private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::bucket)
            .thenComparing(entry -> entry.order() == null ? Integer.MAX_VALUE : entry.order())
            .thenComparing(Entry::template);

    /** Nothing said. */
    public static final SheetContent EMPTY = new SheetContent(List.of(), List.of(), "");

    public SheetContent {
        entries = entries.stream().sorted(ORDER).toList();
        unavailable = unavailable.stream().distinct().sorted().toList();
    }

    /**
     * About the activities of a template.
     *
     * @param template its id
     * @param bucket how much the person would like to
     * @param order place inside the bucket, from 1, ties allowed; null for none
     * @param reason why not, for {@link Bucket#CANNOT}; null for none
     */
    public record Entry(
            UUID template,
            Bucket bucket,
            @Nullable Integer order,
            @Nullable String reason) {}

    /**
     * A slot of the week.
     *
     * @param day ISO, 1 is Monday
     * @param start when it begins, in the clock time of the term
     */
    public record Cell(int day, LocalTime start) implements Comparable<Cell> {
        private static final Comparator<Cell> ORDER =
                Comparator.comparingInt(Cell::day).thenComparing(Cell::start);

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
        }
    }

    /** The entry of a template; null when it is unranked. */
    public @Nullable Entry of(UUID template) {
        return entries.stream()
                .filter(entry -> entry.template().equals(template))
                .findFirst()
                .orElse(null);
    }

    /** Whether nothing is said. */
    public boolean saysNothing() {
        return equals(EMPTY);
    }
}
