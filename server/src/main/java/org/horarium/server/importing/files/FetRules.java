package org.horarium.server.importing.files;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.horarium.formats.xml.XmlElement;
import org.horarium.server.importing.files.FetCalendar.Cell;
import org.horarium.server.importing.files.FetTemplates.Template;
import org.jspecify.annotations.Nullable;

/**
 * What the constraints of a FET file say that records of a college can say: when people and rooms are unavailable, limits of
 * people's days, days between sessions, order, and lists of rooms as types of rooms. Everything else is written down in the
 * {@link FetLedger} with the reason.
 */
final class FetRules {
    private static final double HARD = 100;
    /** Days between sessions are a rule here; weaker wishes of a file must not make its college impossible. */
    private static final double NEARLY_HARD = 90;

    private static final String NO_RECORD = "records have no such rule; './horarium solve' plans the file with it";
    /** Why the most used constraints have no record, by what is in their names; the first that fits. */
    private static final Map<String, String> REASONS = reasons();

    private static final String WISH = "it is only a wish, of less than 100 %";

    private final FetCalendar calendar;
    private final FetTemplates templates;
    private final FetLedger ledger = new FetLedger();
    private final FetRoomTypes rooms;
    private final Map<String, Set<Cell>> awayTeachers = new HashMap<>();
    private final Map<String, Set<Cell>> awayRooms = new HashMap<>();
    private final Map<String, Integer> dayLimits = new HashMap<>();
    private final Map<String, Integer> slotLimits = new HashMap<>();
    private final Map<Template, Map<XmlElement, List<String>>> apart = new LinkedHashMap<>();
    private final Map<Template, Integer> minDays = new HashMap<>();
    private final Map<Template, String> after = new HashMap<>();

    FetRules(XmlElement root, FetCalendar calendar, FetTemplates templates) {
        this.calendar = calendar;
        this.templates = templates;
        this.rooms = new FetRoomTypes(templates, ledger);
        constraints(root).forEach(this::apply);
        apart.forEach(this::spread);
        rooms.settle();
    }

    private static Stream<XmlElement> constraints(XmlElement root) {
        return Stream.of("Time_Constraints_List", "Space_Constraints_List")
                .flatMap(list -> root.children(list).stream())
                .flatMap(list -> list.children().stream());
    }

    /** The cells at which nobody is taught, by the constraints that are switched on. */
    static Set<Cell> pauses(XmlElement root) {
        Set<Cell> cells = new HashSet<>();
        constraints(root)
                .filter(constraint -> constraint.name().equals("ConstraintBreakTimes") && isOn(constraint))
                .forEach(constraint -> cells.addAll(cells(constraint, "Break_Time")));
        return cells;
    }

    private static boolean isOn(XmlElement constraint) {
        return !constraint.textOf("Active").equals("false");
    }

    private static Set<Cell> cells(XmlElement constraint, String name) {
        Set<Cell> cells = new LinkedHashSet<>();
        constraint.children(name).forEach(time -> cells.add(new Cell(time.textOf("Day"), time.textOf("Hour"))));
        return cells;
    }

    static double weight(XmlElement constraint) {
        String text = constraint.textOf("Weight_Percentage");
        return text.matches("\\d{1,3}(\\.\\d{1,9})?") ? Double.parseDouble(text) : HARD;
    }

    private void apply(XmlElement constraint) {
        if (!isOn(constraint)) {
            ledger.off(constraint);
            return;
        }
        switch (constraint.name()) {
            case "ConstraintBasicCompulsoryTime", "ConstraintBasicCompulsorySpace" -> ledger.taken(constraint);
            case "ConstraintBreakTimes" -> pause(constraint);
            case "ConstraintTeacherNotAvailableTimes" -> away(awayTeachers, teacher(constraint), constraint);
            case "ConstraintRoomNotAvailableTimes" -> away(awayRooms, constraint.textOf("Room"), constraint);
            case "ConstraintTeacherMaxDaysPerWeek" ->
                limit(dayLimits, teacher(constraint), "Max_Days_Per_Week", constraint);
            case "ConstraintTeachersMaxDaysPerWeek" -> limit(dayLimits, "", "Max_Days_Per_Week", constraint);
            case "ConstraintTeacherMaxHoursDaily" ->
                limit(slotLimits, teacher(constraint), "Maximum_Hours_Daily", constraint);
            case "ConstraintTeachersMaxHoursDaily" -> limit(slotLimits, "", "Maximum_Hours_Daily", constraint);
            case "ConstraintMinDaysBetweenActivities" -> apart(constraint);
            case "ConstraintTwoActivitiesOrdered" -> ordered(constraint);
            default -> {
                if (!rooms.take(constraint)) {
                    ledger.left(constraint, reason(constraint.name()));
                }
            }
        }
    }

    private static Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put("PreferredStartingTime", "starting times belong to one timetable: pin the sessions on its board");
        reasons.put("PreferredTimeSlots", "starting times belong to one timetable: pin the sessions on its board");
        reasons.put("SameStarting", "records do not tie sessions of different templates");
        reasons.put("MaxGapsPer", "records have no limits of gaps: those of students are a goal of every plan");
        reasons.put("ConstraintStudents", "groups have no times and limits of their own");
        return reasons;
    }

    private static String reason(String constraint) {
        return REASONS.entrySet().stream()
                .filter(reason -> constraint.contains(reason.getKey()))
                .map(reason -> reason.getValue() + "; './horarium solve' plans the file with it")
                .findFirst()
                .orElse(NO_RECORD);
    }

    private static String teacher(XmlElement constraint) {
        String name = constraint.textOf("Teacher_Name");
        return name.isEmpty() ? constraint.textOf("Teacher") : name;
    }

    private void pause(XmlElement constraint) {
        if (!calendar.isThere()) {
            ledger.left(constraint, "the days and hours were not taken over");
        } else if (cells(constraint, "Break_Time").stream().allMatch(calendar::isBreak)) {
            ledger.taken(constraint);
        } else {
            ledger.left(
                    constraint, "breaks of a term are the same on all days, and some of these are on some days only");
        }
    }

    private void away(Map<String, Set<Cell>> away, String name, XmlElement constraint) {
        if (!calendar.isThere()) {
            ledger.left(constraint, "the days and hours were not taken over");
            return;
        }
        away.computeIfAbsent(Sheets.code(name), code -> new HashSet<>())
                .addAll(cells(constraint, "Not_Available_Time"));
        ledger.taken(constraint);
    }

    /** A limit of one teacher, or of all under the empty name. */
    private void limit(Map<String, Integer> limits, String name, String element, XmlElement constraint) {
        int most = Sheets.number(constraint, element, 0);
        if (weight(constraint) < HARD) {
            ledger.left(constraint, WISH);
        } else if (most < 1) {
            ledger.left(constraint, "the limit must be at least 1");
        } else {
            limits.merge(Sheets.code(name), most, Math::min);
            ledger.taken(constraint);
        }
    }

    private void apart(XmlElement constraint) {
        List<String> ids = constraint.children("Activity_Id").stream()
                .map(XmlElement::text)
                .toList();
        Template template = templates.ofAll(ids);
        if (weight(constraint) < NEARLY_HARD) {
            ledger.left(constraint, WISH);
        } else if (template == null) {
            ledger.left(constraint, "its activities became several templates");
        } else {
            apart.computeIfAbsent(template, key -> new LinkedHashMap<>()).put(constraint, ids);
        }
    }

    /** A template has one number for all its groups: the smallest that the file asks for any of them. */
    private void spread(Template template, Map<XmlElement, List<String>> constraints) {
        int least = Integer.MAX_VALUE;
        for (List<String> ids : template.idsBySet().values()) {
            int days = constraints.entrySet().stream()
                    .filter(entry -> entry.getValue().containsAll(ids))
                    .mapToInt(entry -> Sheets.number(entry.getKey(), "MinDays", 0))
                    .max()
                    .orElse(0);
            least = ids.size() < 2 ? least : Math.min(least, days);
        }
        boolean fits = (template.sessions() - 1) * (long) least < Math.max(1, calendar.dayCount());
        for (XmlElement constraint : constraints.keySet()) {
            if (least < 1 || least == Integer.MAX_VALUE) {
                ledger.left(constraint, "it is not for all groups of its template");
            } else if (!fits) {
                ledger.left(constraint, "there are more sessions than days");
            } else {
                ledger.taken(constraint);
                minDays.put(template, least);
            }
        }
    }

    private void ordered(XmlElement constraint) {
        Template first = templates.of(constraint.textOf("First_Activity_Id"));
        Template second = templates.of(constraint.textOf("Second_Activity_Id"));
        if (weight(constraint) < HARD) {
            ledger.left(constraint, WISH);
        } else if (first == null
                || second == null
                || first == second
                || !first.course().equals(second.course())) {
            ledger.left(constraint, "only two templates of one course have an order");
        } else if (first.sessions() > 1 || second.sessions() > 1) {
            ledger.left(constraint, "the order of templates is for all their sessions, and there are several");
        } else if (after.containsKey(second) && !after.get(second).equals(first.code())) {
            ledger.left(constraint, "a template comes after one other only");
        } else {
            after.put(second, first.code());
            ledger.taken(constraint);
        }
    }

    /** Times at which a teacher can't be had, as the column has them. */
    String awayTeacher(String code) {
        return calendar.spans(awayTeachers.getOrDefault(code, Set.of()));
    }

    /** Times at which a room can't be had, as the column has them. */
    String awayRoom(String code) {
        return calendar.spans(awayRooms.getOrDefault(code, Set.of()));
    }

    /** Days a week of a teacher at most; empty for no limit. */
    String mostDays(String teacher) {
        return lower(dayLimits.get(teacher), dayLimits.get(""));
    }

    /** Slots a day of a teacher at most; empty for no limit. */
    String mostSlots(String teacher) {
        return lower(slotLimits.get(teacher), slotLimits.get(""));
    }

    private static String lower(@Nullable Integer own, @Nullable Integer all) {
        if (own == null) {
            return all == null ? "" : all.toString();
        }
        return Integer.toString(all == null ? own : Math.min(own, all));
    }

    /** Days between the sessions of a template. */
    int minDays(Template template) {
        return minDays.getOrDefault(template, 0);
    }

    /** Code of the template that comes before another one; empty for none. */
    String after(Template template) {
        return after.getOrDefault(template, "");
    }

    /** Types of rooms. */
    FetRoomTypes rooms() {
        return rooms;
    }

    /** What became of each constraint. */
    List<String> lines() {
        return ledger.lines();
    }
}
