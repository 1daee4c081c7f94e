package org.horarium.server.institution.admin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.horarium.server.access.Actor;
import org.horarium.server.institution.records.Column;
import org.horarium.server.institution.records.ColumnType;
import org.horarium.server.institution.records.RecordFault;
import org.horarium.server.institution.records.RecordKind;
import org.horarium.server.institution.records.RecordLists;
import org.horarium.server.institution.records.RecordLists.Option;
import org.horarium.server.institution.records.Values;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the fields of a record's form, and reads what was sent. */
@Component
class RecordForm {
    /** Up to so many things can be ticked; of more, the codes are written. */
    private static final int TICKED = 60;

    private static final int EMPTY_LINES = 2;

    private final RecordLists lists;
    private final WeekGridField grids;

    RecordForm(RecordLists lists, WeekGridField grids) {
        this.lists = lists;
        this.grids = grids;
    }

    /** A choice; ticked or not. */
    record Tick(String code, String name, boolean on) {}

    /** Things of a number: a line of equipment, or of people needed. */
    record Line(String number, String what, String who) {}

    /**
     * A field.
     *
     * @param column what it is about
     * @param look which control it gets: {@code line, number, date, select, words, ticks, lines, counts, needs, grid}
     * @param value text, as it was sent or as it is
     * @param theirs what somebody else made of it meanwhile; null when nobody did
     * @param error what is wrong with it; null for nothing
     * @param options what can be chosen
     * @param ticks what can be ticked
     * @param lines things of a number
     * @param grid the week
     */
    record Field(
            Column column,
            String look,
            String value,
            @Nullable String theirs,
            @Nullable String error,
            List<Option> options,
            List<Tick> ticks,
            List<Line> lines,
            WeekGridField.@Nullable View grid) {
        public String id() {
            return "f-" + column.name();
        }
    }

    /** The fields with some values. */
    List<Field> fields(
            RecordKind kind,
            Map<String, String> values,
            Map<String, String> theirs,
            List<RecordFault> faults,
            Actor actor) {
        Map<String, String> errors = faults.stream()
                .collect(Collectors.toMap(RecordFault::column, RecordFault::message, (a, b) -> a + " " + b));
        List<Field> fields = new ArrayList<>();
        for (Column column : kind.editable()) {
            String value = values.getOrDefault(column.name(), "");
            List<Option> options = options(kind, column, actor);
            WeekGridField.View grid = column.type() == ColumnType.SPANS && readable(value) ? grids.view(value) : null;
            fields.add(new Field(
                    column,
                    look(column, options, grid),
                    value,
                    theirs.get(column.name()),
                    errors.get(column.name()),
                    options,
                    ticks(column, options, value),
                    linesOf(column, value),
                    grid));
        }
        return fields;
    }

    /** A refused value may be no spans at all. */
    private static boolean readable(String spans) {
        try {
            Values.spansOf(spans);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private List<Option> options(RecordKind kind, Column column, Actor actor) {
        return switch (column.type()) {
            case REFERENCE, REFERENCES, WORD, WORDS, COUNTS -> lists.options(kind, column, actor);
            case NEEDS -> lists.options(RecordKind.PERSONNEL, RecordKind.PERSONNEL.column("roles"), actor);
            default -> List.of();
        };
    }

    private static String look(Column column, List<Option> options, WeekGridField.@Nullable View grid) {
        return switch (column.type()) {
            case NUMBER -> "number";
            case DATE -> "date";
            case YES_NO -> "check";
            case CHOICE -> "choice";
            case REFERENCE -> options.size() > TICKED * 5 ? "words" : "select";
            case REFERENCES, WORDS -> options.size() > TICKED || options.isEmpty() ? "words" : "ticks";
            case WORD -> "words";
            case DAYS -> "ticks";
            case COUNTS -> "counts";
            case NEEDS -> "needs";
            case SPANS -> grid == null ? "lines" : "grid";
            case SLOTS, BREAKS, HOLIDAYS -> "lines";
            case CODE, TEXT, EMAIL, ZONE, DERIVED -> "line";
        };
    }

    private static List<String> parts(String value) {
        return Stream.of(value.split("[;,\n]", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static List<Tick> ticks(Column column, List<Option> options, String value) {
        List<String> on = parts(value);
        return switch (column.type()) {
            case DAYS ->
                Stream.of(java.time.DayOfWeek.values())
                        .map(day -> day.name().toLowerCase(java.util.Locale.ROOT))
                        .map(day -> new Tick(day, day, on.contains(day)))
                        .toList();
            case REFERENCES, WORDS -> {
                List<Tick> ticks = new ArrayList<>();
                options.forEach(
                        option -> ticks.add(new Tick(option.code(), option.name(), on.contains(option.code()))));
                on.stream()
                        .filter(code -> options.stream()
                                .noneMatch(option -> option.code().equals(code)))
                        .forEach(code -> ticks.add(new Tick(code, code, true)));
                yield ticks;
            }
            default -> List.of();
        };
    }

    private static List<Line> linesOf(Column column, String value) {
        List<Line> lines = new ArrayList<>();
        if (column.type() == ColumnType.COUNTS) {
            for (String part : parts(value)) {
                int space = part.indexOf(' ');
                boolean numbered = space > 0 && part.substring(0, space).matches("\\d+");
                lines.add(
                        numbered
                                ? new Line(part.substring(0, space), part.substring(space + 1), "")
                                : new Line("1", part, ""));
            }
        } else if (column.type() == ColumnType.NEEDS) {
            try {
                Values.needsOf(value)
                        .forEach(need -> lines.add(new Line(
                                Integer.toString(need.count()), need.role(), String.join(", ", need.candidates()))));
            } catch (IllegalStateException e) {
                lines.add(new Line("1", value, ""));
            }
        } else {
            return lines;
        }
        for (int i = 0; i < EMPTY_LINES; i++) {
            lines.add(new Line("", "", ""));
        }
        return lines;
    }

    /**
     * What was sent, by column; columns that were not sent are left out.
     *
     * @param params of the request: {@code v.column}, and for controls of several parts {@code v.column.part}
     * @param before what the record was
     */
    Map<String, String> read(RecordKind kind, Map<String, String[]> params, Map<String, String> before) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Column column : kind.editable()) {
            String key = "v." + column.name();
            if (!params.containsKey("p." + column.name()) && !params.containsKey(key)) {
                continue;
            }
            List<String> sent = Arrays.asList(params.getOrDefault(key, new String[0]));
            values.put(
                    column.name(),
                    switch (column.type()) {
                        case SPANS ->
                            params.containsKey("p." + column.name())
                                    ? grids.read(
                                            before.getOrDefault(column.name(), ""),
                                            sent,
                                            String.join("; ", params.getOrDefault(key + ".rest", new String[0])))
                                    : String.join("; ", sent);
                        case COUNTS -> counted(params, key, false);
                        case NEEDS -> counted(params, key, true);
                        case DAYS -> {
                            String old = before.getOrDefault(column.name(), "");
                            yield parts(old).size() == sent.size() && parts(old).containsAll(sent)
                                    ? old
                                    : String.join("; ", sent);
                        }
                        default -> String.join("; ", sent);
                    });
        }
        return new HashMap<>(values);
    }

    private static String counted(Map<String, String[]> params, String key, boolean needs) {
        String[] what = params.getOrDefault(key + ".what", new String[0]);
        String[] number = params.getOrDefault(key + ".number", new String[0]);
        String[] who = params.getOrDefault(key + ".who", new String[0]);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < what.length; i++) {
            if (!what[i].isBlank()) {
                String count = i < number.length && !number[i].isBlank() ? number[i].strip() : "1";
                String people = needs && i < who.length ? who[i].strip().replace(';', ',') : "";
                lines.add(count + " " + what[i].strip() + (people.isEmpty() ? "" : ": " + people));
            }
        }
        return String.join("; ", lines);
    }
}
