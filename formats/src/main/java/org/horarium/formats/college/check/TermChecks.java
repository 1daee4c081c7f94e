package org.horarium.formats.college.check;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.horarium.formats.FaultCollector;
import org.horarium.formats.college.Term;

/** The term: dates, days, slots and breaks. */
final class TermChecks {
    private static final int MAX_SEMESTER = 20;

    private final Term term;
    private final String owner;
    private final FaultCollector faults;

    private TermChecks(Term term, FaultCollector faults) {
        this.term = term;
        this.owner = "term (%s)".formatted(Show.id(term.id()));
        this.faults = faults;
    }

    static void check(Term term, FaultCollector faults) {
        TermChecks checks = new TermChecks(term, faults);
        checks.names();
        checks.days();
        checks.slots();
        checks.breaks();
    }

    /** Whether the slots and breaks could be read, so that stretches between breaks can be counted. */
    static boolean readable(Term term) {
        return term.slots().stream().allMatch(slot -> readable(slot.start(), slot.end()))
                && term.breaks().stream().allMatch(pause -> readable(pause.start(), pause.end()));
    }

    private static boolean readable(LocalTime start, LocalTime end) {
        return !start.equals(CollegeChecks.UNREADABLE_TIME) && !end.equals(CollegeChecks.UNREADABLE_TIME);
    }

    private void names() {
        Values.text("/term", owner, "id", term.id(), faults);
        Values.text("/term", owner, "name", term.name(), faults);
        Values.text("/term", owner, "academic_year", term.academicYear(), faults);
        Values.range("/term", owner, "semester", term.semester(), 1, MAX_SEMESTER, faults);
        if (term.lastDay().isBefore(term.firstDay())) {
            faults.add(
                    "/term/last_day",
                    "The %s has its last day (%s) before its first (%s). Swap or correct them.",
                    owner,
                    term.lastDay(),
                    term.firstDay());
        }
        try {
            if (!term.timeZone().equals(CollegeChecks.UNREADABLE)) {
                ZoneId.of(term.timeZone());
            }
        } catch (DateTimeException unknown) {
            faults.add(
                    "/term/time_zone",
                    "The %s has a time zone (%s) that is not known. Use an IANA name such as Europe/Vienna.",
                    owner,
                    term.timeZone());
        }
    }

    private void days() {
        if (term.days().isEmpty()) {
            faults.add("/term/days", "The %s has no days of teaching. List at least one.", owner);
        }
        Set<DayOfWeek> seen = EnumSet.noneOf(DayOfWeek.class);
        for (int i = 0; i < term.days().size(); i++) {
            if (!seen.add(term.days().get(i))) {
                faults.add(
                        "/term/days/" + i,
                        "The %s lists the day (%s) twice. Remove one.",
                        owner,
                        term.days().get(i).name().toLowerCase(Locale.ROOT));
            }
        }
    }

    private void slots() {
        if (term.slots().isEmpty()) {
            faults.add("/term/slots", "The %s has no slots. List at least one.", owner);
        }
        boolean soundBefore = false;
        for (int i = 0; i < term.slots().size(); i++) {
            Term.Slot slot = term.slots().get(i);
            String where = "/term/slots/" + i;
            boolean sound =
                    Values.span(where, "slot %d of the %s".formatted(i + 1, owner), slot.start(), slot.end(), faults);
            if (sound
                    && soundBefore
                    && slot.start().isBefore(term.slots().get(i - 1).end())) {
                faults.add(
                        where + "/start",
                        "Slot %d of the %s begins at (%s), before slot %d ends at (%s). Slots must be in order and not"
                                + " overlap.",
                        i + 1,
                        owner,
                        slot.start(),
                        i,
                        term.slots().get(i - 1).end());
            }
            soundBefore = sound;
        }
    }

    private void breaks() {
        for (int i = 0; i < term.breaks().size(); i++) {
            Term.Break pause = term.breaks().get(i);
            String where = "/term/breaks/" + i;
            String named = "break (%s)".formatted(Show.id(pause.name()));
            Values.text(where, named, "name", pause.name(), faults);
            if (!Values.span(where, named, pause.start(), pause.end(), faults)) {
                continue;
            }
            for (int s = 0; s < term.slots().size(); s++) {
                Term.Slot slot = term.slots().get(s);
                if (readable(slot.start(), slot.end())
                        && pause.start().isBefore(slot.end())
                        && slot.start().isBefore(pause.end())) {
                    faults.add(
                            where,
                            "The %s (%s to %s) overlaps slot %d (%s to %s). Breaks lie between slots: move one of them.",
                            named,
                            pause.start(),
                            pause.end(),
                            s + 1,
                            slot.start(),
                            slot.end());
                }
            }
        }
        for (int i = 0; i < term.holidays().size(); i++) {
            Values.text(
                    "/term/holidays/" + i,
                    "holiday (%s)".formatted(term.holidays().get(i).date()),
                    "name",
                    term.holidays().get(i).name(),
                    faults);
        }
    }
}
