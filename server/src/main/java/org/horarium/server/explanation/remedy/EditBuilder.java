package org.horarium.server.explanation.remedy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.engine.exact.Rule;
import org.horarium.engine.explain.Change;
import org.horarium.engine.explain.Relaxation;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarRule;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Cumulative;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.model.Pin;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.TimePattern;
import org.horarium.formats.college.ActivityPin;
import org.horarium.formats.college.ActivityTemplate;
import org.horarium.formats.college.ActivityTemplate.WeekPattern;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Personnel;
import org.horarium.formats.college.WeeklyTime;
import org.horarium.formats.college.problem.Activity;
import org.horarium.formats.college.problem.StaffFit;
import org.horarium.server.explanation.Findings.Edits;
import org.horarium.server.explanation.Findings.PinEdit;
import org.horarium.server.explanation.Findings.ValueEdit;
import org.horarium.server.explanation.remedy.Weekly.DaySlot;
import org.jspecify.annotations.Nullable;

/** Puts the steps of one suggestion together as edits: several steps about one record become one. */
final class EditBuilder {
    private final College college;
    private final College records;
    private final Map<String, List<WeeklyTime>> people = new LinkedHashMap<>();
    private final Map<String, List<WeeklyTime>> rooms = new LinkedHashMap<>();
    private final Map<List<String>, String> values = new LinkedHashMap<>();
    private final Map<String, ActivityPin> before = new HashMap<>();
    private final Map<String, ActivityPin> pins = new LinkedHashMap<>();

    /**
     * @param college what the schedule plans, with its pins
     * @param records the whole college as it stands in its records
     */
    EditBuilder(College college, College records) {
        this.college = college;
        this.records = records;
        college.pins().forEach(pin -> before.put(pin.activity(), pin));
    }

    /** Adds a step; answers whether data can say it. */
    boolean add(Relaxation.Step step) {
        Rule rule = step.rule();
        if (step.change() instanceof Change.Unpin unpin) {
            return unpin(unpin);
        } else if (step.change() instanceof Change.Allow allow) {
            return rule.kind() == Rule.Kind.ROOMS ? room(allow) : rule.kind() == Rule.Kind.STAFF && staff(allow);
        } else if (step.change() instanceof Change.Free free) {
            return rule.kind() == Rule.Kind.PERSON_AWAY
                    ? free(rule.id(), free.times(), people, ofPerson(records), ofPerson(college))
                    : rule.kind() == Rule.Kind.ROOM_AWAY
                            && free(rule.id(), free.times(), rooms, ofRoom(records), ofRoom(college));
        } else if (step.change() instanceof Change.Loosen loosen) {
            return loosen(rule, loosen.constraint(), loosen.instead());
        } else if (step.change() instanceof Change.LeaveOut leaveOut) {
            return leaveOut(leaveOut.event());
        }
        return false;
    }

    /** One session a week less, for all groups; no, where it is the only one or what would go is fixed. */
    private boolean leaveOut(String event) {
        List<String> place = template(event, "sessions_per_week");
        int now = Integer.parseInt(values.getOrDefault(place, Integer.toString(sessions(place.get(1)))));
        boolean fixed = before.keySet().stream()
                .map(activity -> activity.split("/", -1))
                .anyMatch(parts -> parts[0].equals(place.get(1)) && Integer.parseInt(parts[2]) >= now);
        if (now < 2 || fixed) {
            return false;
        }
        values.put(place, Integer.toString(now - 1));
        return true;
    }

    private int sessions(String template) {
        return college.courses().stream()
                .flatMap(course -> course.activities().stream())
                .filter(one -> one.id().equals(template))
                .mapToInt(ActivityTemplate::sessionsPerWeek)
                .findFirst()
                .orElseThrow();
    }

    Edits edits() {
        List<ValueEdit> edits = new ArrayList<>();
        people.forEach((code, spans) -> edits.add(new ValueEdit("personnel", code, "unavailable", Weekly.text(spans))));
        rooms.forEach((code, spans) -> edits.add(new ValueEdit("rooms", code, "unavailable", Weekly.text(spans))));
        values.forEach((place, value) -> edits.add(new ValueEdit(place.get(0), place.get(1), place.get(2), value)));
        return new Edits(
                edits,
                pins.values().stream()
                        .map(after -> new PinEdit(old(after.activity()), after))
                        .toList());
    }

    private ActivityPin old(String activity) {
        return before.getOrDefault(activity, new ActivityPin(activity, null, null, null, List.of()));
    }

    private ActivityPin pin(String activity) {
        ActivityPin changed = pins.get(activity);
        return changed == null ? old(activity) : changed;
    }

    private boolean unpin(Change.Unpin unpin) {
        ActivityPin pin = pin(unpin.event());
        Pin kept = unpin.kept();
        // Of an alternating activity a pinned slot is no pin of the engine: it only narrows the candidates.
        boolean sameTime = alternates(unpin.event()) || (kept != null && kept.time() != null);
        pins.put(
                unpin.event(),
                new ActivityPin(
                        unpin.event(),
                        sameTime ? pin.day() : null,
                        sameTime ? pin.slot() : null,
                        kept == null ? null : kept.room(),
                        kept == null
                                ? List.of()
                                : kept.staff().stream()
                                        .map(StaffAssignment::person)
                                        .toList()));
        return true;
    }

    private boolean alternates(String event) {
        String code = event.split("/", -1)[0];
        return college.courses().stream()
                .flatMap(course -> course.activities().stream())
                .anyMatch(template -> template.id().equals(code) && template.weeks() == WeekPattern.ALTERNATE);
    }

    private boolean room(Change.Allow allow) {
        ActivityPin pin = pin(allow.placement().event());
        pins.put(
                pin.activity(),
                new ActivityPin(
                        pin.activity(), pin.day(), pin.slot(), allow.placement().room(), pin.personnel()));
        return allow.placement().room() != null;
    }

    /** Pins those who are no candidates; they must have the role. */
    private boolean staff(Change.Allow allow) {
        ActivityPin pin = pin(allow.placement().event());
        Activity activity = Activity.all(college).stream()
                .filter(one -> one.id().equals(pin.activity()))
                .findFirst()
                .orElseThrow();
        StaffFit fit = StaffFit.of(college);
        Set<String> pinned = new HashSet<>(pin.personnel());
        List<String> all = new ArrayList<>(pin.personnel());
        for (StaffAssignment assignment : allow.placement().staff()) {
            boolean candidate = activity.template().personnel().stream()
                    .filter(need -> need.role().equals(assignment.role()))
                    .anyMatch(need -> fit.candidates(activity.course(), activity.template(), need).stream()
                            .anyMatch(option -> option.person().equals(assignment.person())));
            boolean able = college.personnel().stream()
                    .anyMatch(person -> person.id().equals(assignment.person())
                            && person.roles().contains(assignment.role()));
            if (!candidate && !able) {
                return false;
            }
            if (!candidate && pinned.add(assignment.person())) {
                all.add(assignment.person());
            }
        }
        pins.put(pin.activity(), new ActivityPin(pin.activity(), pin.day(), pin.slot(), pin.room(), all));
        return true;
    }

    private static Map<String, List<WeeklyTime>> ofPerson(College college) {
        Map<String, List<WeeklyTime>> times = new HashMap<>();
        college.personnel().forEach(person -> times.put(person.id(), person.unavailable()));
        return times;
    }

    private static Map<String, List<WeeklyTime>> ofRoom(College college) {
        Map<String, List<WeeklyTime>> times = new HashMap<>();
        college.rooms().forEach(room -> times.put(room.id(), room.unavailable()));
        return times;
    }

    /** Takes slots out of a record's unavailability; no, where somebody else has taken one of them. */
    private boolean free(
            String id,
            List<TimePattern> times,
            Map<String, List<WeeklyTime>> changed,
            Map<String, List<WeeklyTime>> own,
            Map<String, List<WeeklyTime>> all) {
        List<WeeklyTime> ofRecord = own.getOrDefault(id, List.of());
        List<WeeklyTime> rest = changed.getOrDefault(id, ofRecord);
        for (TimePattern time : times) {
            for (DaySlot slot : Weekly.slots(college.term(), time)) {
                boolean away = Weekly.touches(all.getOrDefault(id, List.of()), slot);
                if (away && !Weekly.touches(ofRecord, slot)) {
                    return false;
                }
                rest = Weekly.without(rest, slot);
            }
        }
        changed.put(id, rest);
        return true;
    }

    private boolean loosen(Rule rule, Constraint from, @Nullable Constraint to) {
        if (from instanceof CalendarConstraint calendar) {
            return limit(rule.part(), calendar, to);
        } else if (from instanceof MinDaysBetween between) {
            int days = to instanceof MinDaysBetween milder ? milder.days() : 0;
            values.put(template(between.events().get(0), "min_days_between"), Integer.toString(days));
            return true;
        } else if (from instanceof Distribution order) {
            values.put(template(order.events().get(order.events().size() - 1), "after"), "");
            return true;
        } else if (from instanceof Cumulative thing && to instanceof Cumulative more) {
            values.put(
                    List.of("equipment", thing.id().substring("equipment:".length()), "portable"),
                    Integer.toString(more.capacity()));
            return true;
        }
        return false;
    }

    private static List<String> template(String event, String column) {
        return List.of("templates", event.split("/", -1)[0], column);
    }

    /** A limit of a record rises by as much as that of the schedule, which may have less left for the person. */
    private boolean limit(String person, CalendarConstraint from, @Nullable Constraint to) {
        Personnel record = records.personnel().stream()
                .filter(one -> one.id().equals(person))
                .findFirst()
                .orElseThrow();
        CalendarRule rule = from.rule();
        CalendarRule milder = to instanceof CalendarConstraint calendar ? calendar.rule() : null;
        if (rule instanceof CalendarRule.MaxSlotsPerWeek week) {
            if (!(milder instanceof CalendarRule.MaxSlotsPerWeek more)) {
                return false;
            }
            values.put(
                    List.of("personnel", person, "max_slots_per_week"),
                    Integer.toString(record.maxSlotsPerWeek() + more.slots() - week.slots()));
        } else if (rule instanceof CalendarRule.MaxSlotsPerDay) {
            values.put(
                    List.of("personnel", person, "max_slots_per_day"),
                    milder instanceof CalendarRule.MaxSlotsPerDay more ? Integer.toString(more.slots()) : "");
        } else {
            values.put(
                    List.of("personnel", person, "max_days_per_week"),
                    milder instanceof CalendarRule.MaxDaysPerWeek more ? Integer.toString(more.days()) : "");
        }
        return true;
    }
}
