package org.horarium.server.institution.records;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the values of columns as people write them, and makes their canonical text. */
public final class Values {
    /** Entries of one value at most. */
    private static final int MOST = 500;

    private static final int LONGEST = 20_000;
    private static final Pattern CODE =
            Pattern.compile("[^/;,|\\p{Cntrl}\\s]([^/;,|\\p{Cntrl}]*[^/;,|\\p{Cntrl}\\s])?");
    private static final Pattern LINE = Pattern.compile("[^\\p{Cntrl}]*");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern ENTRIES = Pattern.compile("\\s*[;\\n]\\s*");
    private static final Pattern WORDS = Pattern.compile("\\s*[;,\\n]\\s*");
    private static final Pattern COUNT = Pattern.compile("(?:(\\d{1,6})\\s*[x×]?\\s+)?(.+)");
    private static final Pattern NEED = Pattern.compile("(?:(\\d{1,3})\\s*[x×]?\\s+)?([^:]+?)\\s*(?::\\s*(.*))?");
    private static final Pattern SPAN =
            Pattern.compile("(\\p{L}+)\\.?\\s+(\\d{1,2}[:.]\\d{2})\\s*[-–]\\s*(\\d{1,2}[:.]\\d{2})");
    private static final Pattern SLOT = Pattern.compile("(\\d{1,2}[:.]\\d{2})\\s*[-–]\\s*(\\d{1,2}[:.]\\d{2})");
    private static final Pattern BREAK =
            Pattern.compile("(.+?)\\s+(\\d{1,2}[:.]\\d{2})\\s*[-–]\\s*(\\d{1,2}[:.]\\d{2})");
    private static final Pattern HOLIDAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\s+(.+)");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DOTTED = DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT);
    private static final List<String> YES = List.of("yes", "true", "1", "x", "y", "ja", "on", "wahr");
    private static final List<String> NO = List.of("no", "false", "0", "n", "nein", "", "off", "falsch");
    private static final Map<String, DayOfWeek> DAYS = days();

    private Values() {}

    /**
     * So many people in a role.
     *
     * @param count how many
     * @param role code of the role
     * @param candidates codes of people; none for everybody who has the role
     */
    public record Need(int count, String role, List<String> candidates) {
        public Need {
            candidates = List.copyOf(candidates);
        }
    }

    /** A value that can't be read; the message says which value and what is expected. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    private static Map<String, DayOfWeek> days() {
        Map<String, DayOfWeek> days = new LinkedHashMap<>();
        List<String> german = List.of("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag");
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.name().toLowerCase(Locale.ROOT);
            days.put(name, day);
            days.put(name.substring(0, 3), day);
            days.put(name.substring(0, 2), day);
            days.put(german.get(day.ordinal()), day);
            days.putIfAbsent(german.get(day.ordinal()).substring(0, 2), day);
        }
        return days;
    }

    /**
     * The canonical text of a value; empty for none.
     *
     * @throws Unreadable when it is not a value of the column
     */
    static String canonical(Column column, String given) throws Unreadable {
        String value = given.strip();
        if (value.length() > LONGEST) {
            throw new Unreadable("The value has " + value.length() + " characters; " + LONGEST + " are possible.");
        }
        if (value.isEmpty() && column.type() != ColumnType.YES_NO) {
            return "";
        }
        return switch (column.type()) {
            case CODE, REFERENCE, WORD -> code(value);
            case TEXT -> line(value, column.name().equals("name") ? 200 : 100);
            case EMAIL -> {
                if (!ADDRESS.matcher(value).matches() || value.length() > 254) {
                    throw new Unreadable("'" + shown(value) + "' is not an e-mail address, like name@example.org.");
                }
                yield value;
            }
            case NUMBER -> number(value, column.least());
            case YES_NO -> yesNo(value);
            case DATE -> date(value).toString();
            case ZONE -> zone(value);
            case CHOICE -> choice(value, column.choices());
            case REFERENCES, WORDS -> String.join("; ", codes(value));
            case COUNTS ->
                counts(value).stream().map(entry -> entry[1] + " " + entry[0]).collect(Collectors.joining("; "));
            case SPANS ->
                spans(value).stream()
                        .map(entry -> DayOfWeek.of((Integer) entry[0]).name().toLowerCase(Locale.ROOT) + " "
                                + clocks(entry, 1))
                        .collect(Collectors.joining("; "));
            case DAYS ->
                dayList(value).stream()
                        .map(day -> day.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining("; "));
            case SLOTS -> slots(value).stream().map(entry -> clocks(entry, 0)).collect(Collectors.joining("; "));
            case BREAKS ->
                breaks(value).stream()
                        .map(entry -> entry[2] + " " + clocks(entry, 0))
                        .collect(Collectors.joining("; "));
            case HOLIDAYS ->
                holidays(value).stream().map(entry -> entry[0] + " " + entry[1]).collect(Collectors.joining("; "));
            case NEEDS -> needs(value).stream().map(Values::text).collect(Collectors.joining("; "));
            case DERIVED -> value;
        };
    }

    /** The entries of a canonical text, as the column's part writes them. */
    static List<Object[]> entries(Column column, String canonical) {
        if (canonical.isEmpty()) {
            return List.of();
        }
        try {
            return switch (column.type()) {
                case REFERENCES, WORDS, REFERENCE ->
                    codes(canonical).stream().map(code -> new Object[] {code}).toList();
                case COUNTS -> counts(canonical);
                case SPANS -> spans(canonical);
                case DAYS ->
                    dayList(canonical).stream()
                            .map(day -> new Object[] {day.getValue()})
                            .toList();
                case SLOTS -> slots(canonical);
                case BREAKS -> breaks(canonical);
                case HOLIDAYS -> holidays(canonical);
                case NEEDS ->
                    needs(canonical).stream().map(need -> new Object[] {need}).toList();
                default -> List.of();
            };
        } catch (Unreadable e) {
            throw new IllegalStateException(
                    "The column (" + column.name() + ") holds the value (" + canonical + "), which can't be read.", e);
        }
    }

    /** Codes of other records that a canonical text names, by the column's {@link Column#refers}. */
    static List<String> references(Column column, String canonical) {
        if (column.refers() == null || canonical.isEmpty()) {
            return List.of();
        }
        return switch (column.type()) {
            case REFERENCE, WORD -> List.of(canonical);
            case COUNTS, REFERENCES, WORDS ->
                entries(column, canonical).stream()
                        .map(entry -> (String) entry[0])
                        .toList();
            case NEEDS ->
                entries(column, canonical).stream()
                        .flatMap(entry -> ((Need) entry[0]).candidates().stream())
                        .distinct()
                        .toList();
            default -> List.of();
        };
    }

    /** The needs of a canonical text. */
    public static List<Need> needsOf(String canonical) {
        try {
            return canonical.isEmpty() ? List.of() : needs(canonical);
        } catch (Unreadable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The spans of a canonical text: day from 1, start, end. */
    public static List<Object[]> spansOf(String canonical) {
        try {
            return canonical.isEmpty() ? List.of() : spans(canonical);
        } catch (Unreadable e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Need need) {
        return need.count() + " " + need.role()
                + (need.candidates().isEmpty() ? "" : ": " + String.join(", ", need.candidates()));
    }

    private static String clocks(Object[] entry, int from) {
        return ((LocalTime) entry[from]).format(CLOCK) + "-" + ((LocalTime) entry[from + 1]).format(CLOCK);
    }

    private static String shown(String value) {
        return value.length() > 60 ? value.substring(0, 60) + "…" : value;
    }

    private static String code(String value) throws Unreadable {
        if (value.length() > 100 || !CODE.matcher(value).matches()) {
            throw new Unreadable(
                    "'" + shown(value) + "' is not a code: at most 100 characters on one line, without / ; , and |.");
        }
        return value;
    }

    private static String line(String value, int longest) throws Unreadable {
        if (value.length() > longest || !LINE.matcher(value).matches()) {
            throw new Unreadable(
                    "'" + shown(value) + "' is too long: one line of at most " + longest + " characters, please.");
        }
        return value;
    }

    private static String number(String value, int least) throws Unreadable {
        String whole = value.endsWith(".0") ? value.substring(0, value.length() - 2) : value;
        if (!whole.matches("-?\\d{1,8}")) {
            throw new Unreadable("'" + shown(value) + "' is not a whole number.");
        }
        int number = Integer.parseInt(whole);
        if (number < least) {
            throw new Unreadable("'" + number + "' is too small: at least " + least + ", please.");
        }
        return Integer.toString(number);
    }

    private static String yesNo(String value) throws Unreadable {
        String word = value.toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return "yes";
        }
        if (NO.contains(word)) {
            return "no";
        }
        throw new Unreadable("'" + shown(value) + "' is neither yes nor no.");
    }

    private static LocalDate date(String value) throws Unreadable {
        try {
            return value.contains(".") ? LocalDate.parse(value, DOTTED) : LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw new Unreadable("'" + shown(value) + "' is not a date like 2026-10-05.");
        }
    }

    private static String zone(String value) throws Unreadable {
        try {
            return ZoneId.of(value).getId();
        } catch (DateTimeException e) {
            throw new Unreadable("'" + shown(value) + "' is not a time zone like Europe/Vienna.");
        }
    }

    private static String choice(String value, List<String> choices) throws Unreadable {
        String word = value.toLowerCase(Locale.ROOT);
        if (!choices.contains(word)) {
            throw new Unreadable("'" + shown(value) + "' is none of " + String.join(", ", choices) + ".");
        }
        return word;
    }

    private static List<String> split(Pattern separator, String value) throws Unreadable {
        List<String> entries = separator
                .splitAsStream(value)
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
        if (entries.size() > MOST) {
            throw new Unreadable("The value has " + entries.size() + " entries; " + MOST + " are possible.");
        }
        return entries;
    }

    private static List<String> codes(String value) throws Unreadable {
        List<String> codes = new ArrayList<>();
        for (String entry : split(WORDS, value)) {
            String code = code(entry);
            if (!codes.contains(code)) {
                codes.add(code);
            }
        }
        return codes;
    }

    private static List<Object[]> counts(String value) throws Unreadable {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String entry : split(WORDS, value)) {
            Matcher matcher = COUNT.matcher(entry);
            if (!matcher.matches()) {
                throw new Unreadable("'" + shown(entry) + "' is not a number and a code, like 2 projector.");
            }
            int number = matcher.group(1) == null ? 1 : Integer.parseInt(matcher.group(1));
            if (number < 1 || counts.put(code(matcher.group(2)), number) != null) {
                throw new Unreadable(
                        "'" + shown(entry) + "': give each thing once, with a number of at least 1, like 2 projector.");
            }
        }
        return counts.entrySet().stream()
                .map(entry -> new Object[] {entry.getKey(), entry.getValue()})
                .toList();
    }

    private static LocalTime time(String text) throws Unreadable {
        String[] parts = text.split("[:.]", -1);
        try {
            return LocalTime.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        } catch (DateTimeException e) {
            throw new Unreadable("'" + text + "' is not a time of the day like 09:30.");
        }
    }

    private static DayOfWeek day(String text) throws Unreadable {
        DayOfWeek day = DAYS.get(text.toLowerCase(Locale.ROOT));
        if (day == null) {
            throw new Unreadable("'" + shown(text) + "' is not a day of the week like monday.");
        }
        return day;
    }

    private static LocalTime[] span(String from, String to) throws Unreadable {
        LocalTime start = time(from);
        LocalTime end = time(to);
        if (!start.isBefore(end)) {
            throw new Unreadable("The span " + from + "-" + to + " ends before it begins.");
        }
        return new LocalTime[] {start, end};
    }

    private static List<Object[]> spans(String value) throws Unreadable {
        List<Object[]> spans = new ArrayList<>();
        for (String entry : split(WORDS, value)) {
            Matcher matcher = SPAN.matcher(entry);
            if (!matcher.matches()) {
                throw new Unreadable("'" + shown(entry) + "' is not a day and a span, like monday 09:00-12:00.");
            }
            LocalTime[] span = span(matcher.group(2), matcher.group(3));
            spans.add(new Object[] {day(matcher.group(1)).getValue(), span[0], span[1]});
        }
        spans.sort(Comparator.comparing((Object[] entry) -> (Integer) entry[0])
                .thenComparing(entry -> (LocalTime) entry[1]));
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i)[0].equals(spans.get(i - 1)[0])
                    && ((LocalTime) spans.get(i)[1]).isBefore((LocalTime) spans.get(i - 1)[2])) {
                throw new Unreadable("Two spans of one day overlap: " + clocks(spans.get(i - 1), 1) + " and "
                        + clocks(spans.get(i), 1) + ".");
            }
        }
        return spans;
    }

    private static List<DayOfWeek> dayList(String value) throws Unreadable {
        List<DayOfWeek> days = new ArrayList<>();
        for (String entry : split(WORDS, value)) {
            DayOfWeek day = day(entry);
            if (days.contains(day)) {
                throw new Unreadable("The day '" + entry + "' is there twice.");
            }
            days.add(day);
        }
        return days;
    }

    private static List<Object[]> slots(String value) throws Unreadable {
        List<Object[]> slots = new ArrayList<>();
        for (String entry : split(WORDS, value)) {
            Matcher matcher = SLOT.matcher(entry);
            if (!matcher.matches()) {
                throw new Unreadable("'" + shown(entry) + "' is not a span of the day, like 09:00-10:00.");
            }
            slots.add(span(matcher.group(1), matcher.group(2)));
        }
        return ordered(slots);
    }

    private static List<Object[]> breaks(String value) throws Unreadable {
        List<Object[]> breaks = new ArrayList<>();
        for (String entry : split(ENTRIES, value)) {
            Matcher matcher = BREAK.matcher(entry);
            if (!matcher.matches()) {
                throw new Unreadable("'" + shown(entry) + "' is not a name and a span, like Lunch 12:00-13:00.");
            }
            LocalTime[] span = span(matcher.group(2), matcher.group(3));
            breaks.add(new Object[] {span[0], span[1], line(matcher.group(1), 100)});
        }
        return ordered(breaks);
    }

    private static List<Object[]> ordered(List<Object[]> spans) throws Unreadable {
        spans.sort(Comparator.comparing(entry -> (LocalTime) entry[0]));
        for (int i = 1; i < spans.size(); i++) {
            if (((LocalTime) spans.get(i)[0]).isBefore((LocalTime) spans.get(i - 1)[1])) {
                throw new Unreadable(
                        "Two spans overlap: " + clocks(spans.get(i - 1), 0) + " and " + clocks(spans.get(i), 0) + ".");
            }
        }
        return spans;
    }

    private static List<Object[]> holidays(String value) throws Unreadable {
        Map<LocalDate, String> holidays = new java.util.TreeMap<>();
        for (String entry : split(ENTRIES, value)) {
            Matcher matcher = HOLIDAY.matcher(entry);
            if (!matcher.matches()) {
                throw new Unreadable("'" + shown(entry) + "' is not a date and a name, like 2026-12-25 Christmas.");
            }
            if (holidays.put(date(matcher.group(1)), line(matcher.group(2), 100)) != null) {
                throw new Unreadable("The day " + matcher.group(1) + " is there twice.");
            }
        }
        return holidays.entrySet().stream()
                .map(entry -> new Object[] {entry.getKey(), entry.getValue()})
                .toList();
    }

    private static List<Need> needs(String value) throws Unreadable {
        List<Need> needs = new ArrayList<>();
        for (String entry : split(ENTRIES, value)) {
            Matcher matcher = NEED.matcher(entry);
            if (!matcher.matches()) {
                throw new Unreadable("'" + shown(entry) + "' is not a need, like 1 lecturer: F1, F2.");
            }
            int count = matcher.group(1) == null ? 1 : Integer.parseInt(matcher.group(1));
            if (count < 1) {
                throw new Unreadable("'" + shown(entry) + "': at least 1 person, please.");
            }
            String candidates = matcher.group(3) == null ? "" : matcher.group(3);
            needs.add(new Need(count, code(matcher.group(2)), codes(candidates.replace('|', ','))));
        }
        return needs;
    }
}
