package org.horarium.server.explanation.remedy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.horarium.engine.model.TimePattern;
import org.horarium.formats.college.Term;
import org.horarium.formats.college.WeeklyTime;

/** Spans of the week, cut and written. */
final class Weekly {
    private Weekly() {}

    /** A slot of one day. */
    record DaySlot(DayOfWeek day, LocalTime from, LocalTime to) {}

    /** The slots of a pattern, on all its days. */
    static List<DaySlot> slots(Term term, TimePattern time) {
        List<DaySlot> slots = new ArrayList<>();
        for (int day = 0; day < term.days().size(); day++) {
            for (int slot = time.start(); slot < time.start() + time.length(); slot++) {
                if ((time.days() >> day & 1) != 0) {
                    Term.Slot at = term.slots().get(slot);
                    slots.add(new DaySlot(term.days().get(day), at.start(), at.end()));
                }
            }
        }
        return slots;
    }

    /** Whether some span lies on a slot. */
    static boolean touches(List<WeeklyTime> spans, DaySlot slot) {
        return spans.stream().anyMatch(span -> touches(span, slot));
    }

    private static boolean touches(WeeklyTime span, DaySlot slot) {
        return span.day() == slot.day()
                && span.start().isBefore(slot.to())
                && slot.from().isBefore(span.end());
    }

    /** Spans without a slot: those on it lose it, or fall apart. */
    static List<WeeklyTime> without(List<WeeklyTime> spans, DaySlot slot) {
        List<WeeklyTime> rest = new ArrayList<>();
        for (WeeklyTime span : spans) {
            if (!touches(span, slot)) {
                rest.add(span);
                continue;
            }
            if (span.start().isBefore(slot.from())) {
                rest.add(new WeeklyTime(span.day(), span.start(), slot.from(), span.weeks()));
            }
            if (slot.to().isBefore(span.end())) {
                rest.add(new WeeklyTime(span.day(), slot.to(), span.end(), span.weeks()));
            }
        }
        return rest;
    }

    /** Spans as people write them: {@code monday 08:00-10:00; friday 13:00-15:00}. */
    static String text(List<WeeklyTime> spans) {
        return spans.stream()
                .map(span -> "%s %s-%s".formatted(span.day().name().toLowerCase(Locale.ROOT), span.start(), span.end()))
                .collect(Collectors.joining("; "));
    }
}
