package org.horarium.formats.fet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarConstraint.MemberKind;
import org.horarium.engine.model.CalendarRule;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.WorkingDays;

/**
 * Constraints on the days of teachers and students. FET has each for one teacher, all teachers, one students set and all
 * students: {@code ConstraintTeacherX}, {@code ConstraintTeachersX}, {@code ConstraintStudentsSetX}, {@code ConstraintStudentsX}.
 */
final class CalendarFamilies {
    private static final int MOST = 1_000_000;

    private final FetLists lists;
    private final FetTarget target;
    private final Map<String, List<FetActivity>> ofTeacher = new LinkedHashMap<>();
    private final Map<String, List<FetActivity>> ofGroup = new LinkedHashMap<>();

    CalendarFamilies(FetLists lists, FetTarget target) {
        this.lists = lists;
        this.target = target;
        for (FetActivity activity : lists.activities.values()) {
            activity.teachers()
                    .forEach(name -> ofTeacher
                            .computeIfAbsent(name, teacher -> new ArrayList<>())
                            .add(activity));
            activity.groups()
                    .forEach(name -> ofGroup.computeIfAbsent(name, group -> new ArrayList<>())
                            .add(activity));
        }
    }

    void register(Map<String, FetFamily> families) {
        for (Scope scope : Scope.values()) {
            calendar(
                    families,
                    scope,
                    "MaxGapsPerDay",
                    i -> new CalendarRule.MaxGapsPerDay(i.number("Max_Gaps", 0, MOST)));
            calendar(
                    families,
                    scope,
                    "MaxGapsPerWeek",
                    i -> new CalendarRule.MaxGapsPerWeek(i.number("Max_Gaps", 0, MOST)));
            calendar(
                    families,
                    scope,
                    "MinHoursDaily",
                    i -> new CalendarRule.MinSlotsPerDay(
                            i.number("Minimum_Hours_Daily", 0, MOST), i.isTrue("Allow_Empty_Days")));
            calendar(
                    families,
                    scope,
                    "MaxHoursDaily",
                    i -> new CalendarRule.MaxSlotsPerDay(i.number("Maximum_Hours_Daily", 0, MOST)));
            calendar(
                    families,
                    scope,
                    "MaxHoursContinuously",
                    i -> new CalendarRule.MaxConsecutive(i.number("Maximum_Hours_Continuously", 0, MOST)));
            calendar(
                    families,
                    scope,
                    "MaxDaysPerWeek",
                    i -> new CalendarRule.MaxDaysPerWeek(i.number("Max_Days_Per_Week", 0, MOST)));
            calendar(families, scope, "IntervalMaxDaysPerWeek", this::interval);
            calendar(
                    families,
                    scope,
                    "EarlyMaxBeginningsAtSecondHour",
                    i -> new CalendarRule.EarlyStart(i.number("Max_Beginnings_At_Second_Hour", 0, MOST)));
            calendar(families, scope, "MaxSpanPerDay", this::span);
            calendar(families, scope, "MinRestingHours", this::rest);
            changes(families, scope);
            families.put(scope.prefix + "MinDaysPerWeek", (item, weight) -> minDays(scope, item, weight));
            families.put(
                    scope.prefix + "ActivityTagMaxHoursDaily",
                    (item, weight) -> ofTag(
                            scope,
                            item,
                            weight,
                            new DistributionRule.MaxDayLoad(item.number("Maximum_Hours_Daily", 0, MOST))));
            families.put(
                    scope.prefix + "ActivityTagMaxHoursContinuously",
                    (item, weight) -> ofTag(
                            scope,
                            item,
                            weight,
                            new DistributionRule.MaxBlock(item.number("Maximum_Hours_Continuously", 0, MOST), 0)));
            families.put(scope.prefix + "MinGapsBetweenBuildingChanges", (item, weight) -> buildings(scope, item));
        }
    }

    /** Whom a constraint is about. */
    private enum Scope {
        TEACHER("ConstraintTeacher", MemberKind.PERSON),
        TEACHERS("ConstraintTeachers", MemberKind.PERSON),
        STUDENTS_SET("ConstraintStudentsSet", MemberKind.GROUP),
        STUDENTS("ConstraintStudents", MemberKind.GROUP);

        private final String prefix;
        private final MemberKind kind;

        Scope(String prefix, MemberKind kind) {
            this.prefix = prefix;
            this.kind = kind;
        }
    }

    private List<String> members(Scope scope, FetItem item) {
        switch (scope) {
            case TEACHERS:
                return List.copyOf(lists.teachers);
            case STUDENTS:
                return List.copyOf(lists.students.groups());
            case TEACHER:
                String teacher = item.either("Teacher_Name", "Teacher");
                return item.known("teacher", teacher, lists.teachers) ? List.of(teacher) : List.of();
            case STUDENTS_SET:
                String set = item.text("Students");
                item.known("students set", set, lists.students.names());
                return lists.students.groupsOf(set);
        }
        throw new IllegalStateException("Unknown scope " + scope);
    }

    private void calendar(
            Map<String, FetFamily> families, Scope scope, String family, Function<FetItem, CalendarRule> rule) {
        families.put(scope.prefix + family, (item, weight) -> {
            List<String> members = members(scope, item);
            CalendarRule meant = rule.apply(item);
            target.add(item, id -> new CalendarConstraint(id, meant, scope.kind, members, weight.strength()));
        });
    }

    private void changes(Map<String, FetFamily> families, Scope scope) {
        for (CalendarRule.Place place : CalendarRule.Place.values()) {
            for (CalendarRule.Period period : CalendarRule.Period.values()) {
                String parameter = FetWords.changes(place, period);
                calendar(
                        families,
                        scope,
                        parameter.replace("_", ""),
                        i -> new CalendarRule.MaxChanges(place, period, i.number(parameter, 0, MOST)));
            }
        }
    }

    private CalendarRule interval(FetItem item) {
        int from = item.position("Interval_Start_Hour", "hour", lists.hours);
        boolean toTheEnd = item.optional("Interval_End_Hour").isEmpty();
        int to = toTheEnd ? lists.hours.size() : item.position("Interval_End_Hour", "hour", lists.hours);
        return new CalendarRule.IntervalMaxDays(from, to, item.number("Max_Days_Per_Week", 0, MOST));
    }

    private CalendarRule span(FetItem item) {
        if (item.isTrue("Allow_One_Day_Exception_of_Plus_One")) {
            target.warn(
                    item,
                    "The one longer day that %s allows is not supported; the span holds on all days."
                            .formatted(item.type()));
        }
        return new CalendarRule.MaxSpanPerDay(item.number("Max_Span", 0, MOST));
    }

    private CalendarRule rest(FetItem item) {
        if (item.isTrue("Circular")) {
            target.warn(
                    item,
                    "The rest from the last day of a week to the first of the next (Circular) of %s is not supported."
                            .formatted(item.type()));
        }
        return new CalendarRule.MinRest(item.number("Minimum_Resting_Hours", 0, MOST));
    }

    private List<FetActivity> activities(Scope scope, String member) {
        return (scope.kind == MemberKind.PERSON ? ofTeacher : ofGroup).getOrDefault(member, List.of());
    }

    private void minDays(Scope scope, FetItem item, FetWeight weight) {
        int days = item.number("Minimum_Days_Per_Week", 1, 31);
        for (String member : members(scope, item)) {
            List<String> events = ids(activities(scope, member));
            if (!events.isEmpty()) {
                target.add(item, id -> new WorkingDays(id, events, days, weight.strength()));
            }
        }
    }

    private void ofTag(Scope scope, FetItem item, FetWeight weight, DistributionRule rule) {
        String tag = item.either("Activity_Tag_Name", "Activity_Tag");
        item.known("activity tag", tag, lists.tags);
        for (String member : members(scope, item)) {
            List<String> events = ids(activities(scope, member).stream()
                    .filter(activity -> activity.tags().contains(tag))
                    .toList());
            if (events.size() > 1) {
                target.add(item, id -> new Distribution(id, rule, events, weight.strength()));
            }
        }
    }

    private void buildings(Scope scope, FetItem item) {
        int gap = item.number("Min_Gaps_Between_Building_Changes", 1, MOST);
        target.buildingGap(item, gap);
        for (String member : members(scope, item)) {
            List<String> events = ids(activities(scope, member));
            if (events.size() > 1) {
                target.add(
                        item, id -> new Distribution(id, new DistributionRule.SameAttendees(), events, Strength.HARD));
            }
        }
    }

    private static List<String> ids(List<FetActivity> activities) {
        return activities.stream().map(FetActivity::id).toList();
    }
}
