package org.horarium.server.explanation;

import java.util.List;
import org.horarium.engine.explain.Conflict.Certainty;
import org.horarium.engine.explain.Impossibility.Family;
import org.horarium.formats.college.ActivityPin;
import org.jspecify.annotations.Nullable;

/**
 * What is known about why a schedule has no timetable.
 *
 * @param impossibilities what counting proves
 * @param certainty what is proved of the conflict
 * @param conflict rules that exclude each other; empty unless something was proved
 * @param suggestions what would help, the best first
 * @param notes what the reader should know, in English
 */
public record Findings(
        List<Impossible> impossibilities,
        Certainty certainty,
        List<Reason> conflict,
        List<Suggestion> suggestions,
        List<String> notes) {
    public Findings {
        impossibilities = List.copyOf(impossibilities);
        conflict = List.copyOf(conflict);
        suggestions = List.copyOf(suggestions);
        notes = List.copyOf(notes);
    }

    /** Whether it is certain that there is a timetable: one was found. */
    public boolean solvable() {
        return certainty == Certainty.NONE && impossibilities.isEmpty();
    }

    /**
     * A proof that there is no timetable.
     *
     * @param family what kind of proof
     * @param text what is too much or too few
     * @param advice what to try
     * @param detail the same with all reasons, in English
     * @param records what it is about
     */
    public record Impossible(Family family, Phrase text, Phrase advice, String detail, List<RecordLink> records) {
        public Impossible {
            records = List.copyOf(records);
        }
    }

    /**
     * One of the rules that exclude each other.
     *
     * @param text the rule
     * @param record in which it stands
     */
    public record Reason(Phrase text, RecordLink record) {}

    /**
     * Something to change.
     *
     * @param steps what to change, all of it
     * @param cost sum of the prices of its steps
     * @param solved whether the changed data were solved; else no timetable was found in time
     * @param edits what carries it out; null where that is for people to do
     */
    public record Suggestion(
            List<Reason> steps,
            long cost,
            boolean solved,
            @Nullable Edits edits) {
        public Suggestion {
            steps = List.copyOf(steps);
        }
    }

    /**
     * What carries out a suggestion.
     *
     * @param values new values of records
     * @param pins new pins of the schedule
     */
    public record Edits(List<ValueEdit> values, List<PinEdit> pins) {
        public Edits {
            values = List.copyOf(values);
            pins = List.copyOf(pins);
        }
    }

    /**
     * A new value of a record.
     *
     * @param kind path of the kind of record
     * @param code of the record
     * @param column of the value
     * @param value as people write it
     */
    public record ValueEdit(String kind, String code, String column, String value) {}

    /**
     * A change of what is fixed.
     *
     * @param before what was fixed of the activity; nothing in it when nothing was
     * @param after what shall be fixed; nothing in it for nothing
     */
    public record PinEdit(ActivityPin before, ActivityPin after) {}
}
