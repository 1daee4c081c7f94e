package org.horarium.formats.fet;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Constraints on when single activities may be, and on when nobody, a teacher, students or a room is available. */
final class TimeFamilies {
    private final FetLists lists;
    private final FetTarget target;

    TimeFamilies(FetLists lists, FetTarget target) {
        this.lists = lists;
        this.target = target;
    }

    void register(Map<String, FetFamily> families) {
        families.put("ConstraintBasicCompulsoryTime", this::compulsory);
        families.put("ConstraintBasicCompulsorySpace", this::compulsory);
        families.put("ConstraintBreakTimes", (item, weight) -> target.addBreaks(slots(item, "Break_Time", "")));
        families.put("ConstraintTeacherNotAvailableTimes", (item, weight) -> {
            String teacher = item.text("Teacher");
            if (item.known("teacher", teacher, lists.teachers)) {
                target.block(FetReader.TEACHER, teacher, slots(item, "Not_Available_Time", ""));
            }
        });
        families.put("ConstraintStudentsSetNotAvailableTimes", (item, weight) -> {
            String set = item.text("Students");
            item.known("students set", set, lists.students.names());
            BitSet slots = slots(item, "Not_Available_Time", "");
            lists.students.groupsOf(set).forEach(group -> target.block("group", group, slots));
        });
        families.put("ConstraintRoomNotAvailableTimes", (item, weight) -> {
            String room = item.text("Room");
            if (item.known("room", room, lists.rooms.keySet())) {
                target.block("room", room, slots(item, "Not_Available_Time", ""));
            }
        });
        families.put("ConstraintActivityPreferredStartingTime", this::preferredStartingTime);
        families.put(
                "ConstraintActivityPreferredStartingTimes",
                (item, weight) ->
                        activity(item).forEach(activity -> target.times.preferStarts(activity, starts(item), weight)));
        families.put(
                "ConstraintActivityPreferredTimeSlots",
                (item, weight) -> activity(item)
                        .forEach(activity -> target.times.preferSlots(activity, preferredSlots(item), weight)));
        families.put("ConstraintActivitiesPreferredStartingTimes", this::startsByFilter);
        families.put("ConstraintSubactivitiesPreferredStartingTimes", this::startsByFilter);
        families.put("ConstraintActivitiesPreferredTimeSlots", this::slotsByFilter);
        families.put("ConstraintSubactivitiesPreferredTimeSlots", this::slotsByFilter);
    }

    private void compulsory(FetItem item, FetWeight weight) {
        if (!weight.hard()) {
            target.warn(item, "%s below 100 %% is not supported; clashes stay forbidden.".formatted(item.type()));
        }
    }

    private BitSet slots(FetItem item, String child, String prefix) {
        BitSet slots = new BitSet();
        for (FetItem time : item.items(child)) {
            slots.set(time.position(prefix + "Day", "day", lists.days) * lists.hours.size()
                    + time.position(prefix + "Hour", "hour", lists.hours));
        }
        return slots;
    }

    private BitSet starts(FetItem item) {
        return slots(item, "Preferred_Starting_Time", "Preferred_Starting_");
    }

    private BitSet preferredSlots(FetItem item) {
        return slots(item, "Preferred_Time_Slot", "Preferred_");
    }

    /** The activity a constraint names; none when it is not active. */
    private List<FetActivity> activity(FetItem item) {
        String id = item.text("Activity_Id");
        item.known("activity", id, lists.activityIds);
        FetActivity activity = lists.activities.get(id);
        return activity == null ? List.of() : List.of(activity);
    }

    /** A day without an hour means any hour of it, and the other way round. */
    private void preferredStartingTime(FetItem item, FetWeight weight) {
        int hours = lists.hours.size();
        BitSet starts = new BitSet();
        int day = item.optional("Preferred_Day").isEmpty() ? -1 : item.position("Preferred_Day", "day", lists.days);
        int hour =
                item.optional("Preferred_Hour").isEmpty() ? -1 : item.position("Preferred_Hour", "hour", lists.hours);
        for (int start = 0; start < target.times.slots(); start++) {
            starts.set(start, (day < 0 || start / hours == day) && (hour < 0 || start % hours == hour));
        }
        activity(item).forEach(activity -> target.times.preferStarts(activity, starts, weight));
    }

    private void startsByFilter(FetItem item, FetWeight weight) {
        BitSet starts = starts(item);
        lists.activities.values().stream()
                .filter(filter(item, lists))
                .forEach(activity -> target.times.preferStarts(activity, starts, weight));
    }

    private void slotsByFilter(FetItem item, FetWeight weight) {
        BitSet slots = preferredSlots(item);
        lists.activities.values().stream()
                .filter(filter(item, lists))
                .forEach(activity -> target.times.preferSlots(activity, slots, weight));
    }

    /** Which activities a constraint means; an empty name means all. */
    static Predicate<FetActivity> filter(FetItem item, FetLists lists) {
        String teacher = item.optional("Teacher_Name");
        String set = item.optional("Students_Name");
        String subject = item.optional("Subject_Name");
        String tag = item.optional("Activity_Tag_Name");
        int duration = item.number("Duration", 0, 1000, 0);
        int component = item.number("Component_Number", 0, 1_000_000, 0);
        if (!set.isEmpty()) {
            item.known("students set", set, lists.students.names());
        }
        List<String> groups = lists.students.groupsOf(set);
        return activity -> (teacher.isEmpty() || activity.teachers().contains(teacher))
                && (set.isEmpty() || activity.groups().stream().anyMatch(groups::contains))
                && (subject.isEmpty() || activity.subject().equals(subject))
                && (tag.isEmpty() || activity.tags().contains(tag))
                && (duration == 0 || activity.duration() == duration)
                && (component == 0 || activity.component() == component);
    }
}
