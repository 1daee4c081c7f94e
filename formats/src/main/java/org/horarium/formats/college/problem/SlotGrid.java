package org.horarium.formats.college.problem;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;
import org.horarium.formats.college.ActivityTemplate;
import org.horarium.formats.college.ActivityTemplate.WeekPattern;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Term;
import org.horarium.formats.college.WeeklyTime;
import org.jspecify.annotations.Nullable;

/**
 * The weekly grid of a term: the engine's days are an index into {@link Term#days()}, its slots an index into
 * {@link Term#slots()}, from 0. There are two weeks (A and B) when any template tells weeks apart, else one. Holidays do
 * not matter to a weekly grid.
 */
public final class SlotGrid {
    private static final long WEEK_A = 1;
    private static final long WEEK_B = 2;

    private final Term term;
    private final int weeks;
    private final boolean[] breakAfter;

    private SlotGrid(Term term, int weeks) {
        this.term = term;
        this.weeks = weeks;
        this.breakAfter = new boolean[term.slots().size()];
        for (int slot = 0; slot < breakAfter.length - 1; slot++) {
            breakAfter[slot] = breakBetween(term.slots().get(slot), term.slots().get(slot + 1));
        }
    }

    /** The grid of a college. */
    public static SlotGrid of(College college) {
        boolean alternating = college.courses().stream()
                .flatMap(course -> course.activities().stream())
                .anyMatch(template -> template.weeks() != WeekPattern.EVERY);
        return new SlotGrid(college.term(), alternating ? 2 : 1);
    }

    /** The same for the engine. */
    public Grid grid() {
        return new Grid(weeks, term.days().size(), term.slots().size());
    }

    /** Number of weeks: 2 when A and B weeks differ, else 1. */
    public int weeks() {
        return weeks;
    }

    /** Index of a day, or −1 if there is no teaching on it. */
    public int day(DayOfWeek day) {
        return term.days().indexOf(day);
    }

    /**
     * Whether an activity may take these slots: they exist, and no named break lies between two of them. A pause that has
     * no name does not separate.
     *
     * @param start first slot, from 0
     * @param duration number of slots
     */
    public boolean fits(int start, int duration) {
        if (start < 0 || duration < 1 || duration > term.slots().size() - start) {
            return false;
        }
        for (int slot = start; slot < start + duration - 1; slot++) {
            if (breakAfter[slot]) {
                return false;
            }
        }
        return true;
    }

    private boolean breakBetween(Term.Slot before, Term.Slot after) {
        return term.breaks().stream()
                .anyMatch(pause ->
                        pause.start().isBefore(after.start()) && pause.end().isAfter(before.end()));
    }

    /** The largest number of slots without a break between. */
    public int longestStretch() {
        int longest = 0;
        for (int start = 0; start < term.slots().size(); start++) {
            while (fits(start, longest + 1)) {
                longest++;
            }
        }
        return longest;
    }

    /**
     * Where in time the sessions of a template may be: every day and every start that {@link #fits}, in the weeks of the
     * template; both in A and in B weeks for {@link WeekPattern#ALTERNATE}. All cost nothing.
     */
    public List<TimeOption> options(ActivityTemplate template) {
        List<TimeOption> options = new ArrayList<>();
        for (int day = 0; day < term.days().size(); day++) {
            for (int start = 0; start < term.slots().size(); start++) {
                if (fits(start, template.duration())) {
                    options.addAll(options(template, day, start));
                }
            }
        }
        return options;
    }

    /** The options of a template on one day, by index, with one first slot, from 0: two for ALTERNATE, else one. */
    List<TimeOption> options(ActivityTemplate template, int day, int start) {
        List<TimeOption> options = new ArrayList<>();
        for (long mask : masks(template.weeks())) {
            options.add(new TimeOption(new TimePattern(mask, 1 << day, start, template.duration()), 0));
        }
        return options;
    }

    private List<Long> masks(WeekPattern pattern) {
        return switch (pattern) {
            case EVERY -> List.of(grid().allWeeks());
            case A -> List.of(WEEK_A);
            case B -> List.of(WEEK_B);
            case ALTERNATE -> List.of(WEEK_A, WEEK_B);
        };
    }

    /** The weeks of a pattern; all of them where A and B weeks do not differ. */
    private long mask(@Nullable WeekPattern pattern) {
        if (weeks == 1 || pattern == null) {
            return grid().allWeeks();
        }
        return pattern == WeekPattern.A ? WEEK_A : WEEK_B;
    }

    /** The pattern of a mask: EVERY, A or B. */
    WeekPattern pattern(long mask) {
        if (mask == grid().allWeeks()) {
            return WeekPattern.EVERY;
        }
        return mask == WEEK_A ? WeekPattern.A : WeekPattern.B;
    }

    /**
     * The slots that some spans touch; spans on days without teaching touch none.
     *
     * @return one pattern for each span that touches any slot, in its weeks; in all where A and B do not differ
     */
    public List<TimePattern> touched(List<WeeklyTime> spans) {
        List<TimePattern> patterns = new ArrayList<>();
        for (WeeklyTime span : spans) {
            int day = day(span.day());
            int first = -1;
            int length = 0;
            for (int slot = 0; slot < term.slots().size(); slot++) {
                Term.Slot at = term.slots().get(slot);
                if (at.start().isBefore(span.end()) && span.start().isBefore(at.end())) {
                    first = first < 0 ? slot : first;
                    length++;
                }
            }
            if (day >= 0 && length > 0) {
                patterns.add(new TimePattern(mask(span.weeks()), 1 << day, first, length));
            }
        }
        return patterns;
    }
}
