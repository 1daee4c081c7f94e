package org.horarium.formats.fet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.RoomStability;

/** Constraints on the rooms of activities. */
final class RoomFamilies {
    private final FetLists lists;
    private final FetTarget target;

    RoomFamilies(FetLists lists, FetTarget target) {
        this.lists = lists;
        this.target = target;
    }

    void register(Map<String, FetFamily> families) {
        for (String number : List.of("", "s")) {
            families.put("ConstraintActivityPreferredRoom" + number, this::ofActivity);
            families.put("ConstraintSubjectPreferredRoom" + number, this::preferred);
            families.put("ConstraintActivityTagPreferredRoom" + number, this::preferred);
            families.put("ConstraintSubjectActivityTagPreferredRoom" + number, this::preferred);
            families.put("ConstraintStudentsSetHomeRoom" + number, this::homeOfStudents);
            families.put("ConstraintTeacherHomeRoom" + number, this::homeOfTeacher);
        }
        families.put("ConstraintActivitiesOccupyMaxDifferentRooms", this::maxDifferentRooms);
        families.put("ConstraintActivitiesSameRoomIfConsecutive", this::sameRoomIfConsecutive);
    }

    private List<String> rooms(FetItem item) {
        List<String> rooms = new ArrayList<>(item.texts("Preferred_Room"));
        rooms.addAll(item.texts("Room"));
        rooms.forEach(room -> item.known("room", room, lists.rooms.keySet()));
        if (rooms.isEmpty()) {
            item.fault("The %s names no room.".formatted(item.type()));
        }
        return rooms;
    }

    private void ofActivity(FetItem item, FetWeight weight) {
        String id = item.text("Activity_Id");
        item.known("activity", id, lists.activityIds);
        prefer(item, weight, activity -> activity.id().equals(id));
        List<String> real = item.texts("Real_Room");
        real.forEach(room -> item.known("room", room, lists.rooms.keySet()));
        if (weight.hard() && !real.isEmpty()) {
            target.rooms.fix(id, real);
        }
    }

    private void preferred(FetItem item, FetWeight weight) {
        String subject = item.optional("Subject");
        String tag = item.optional("Activity_Tag");
        if (!subject.isEmpty()) {
            item.known("subject", subject, lists.subjects);
        }
        if (!tag.isEmpty()) {
            item.known("activity tag", tag, lists.tags);
        }
        prefer(
                item,
                weight,
                activity -> (subject.isEmpty() || activity.subject().equals(subject))
                        && (tag.isEmpty() || activity.tags().contains(tag)));
    }

    private void prefer(FetItem item, FetWeight weight, Predicate<FetActivity> meant) {
        List<String> rooms = rooms(item);
        lists.activities.values().stream()
                .filter(meant)
                .forEach(activity -> target.rooms.prefer(activity, rooms, weight));
    }

    /** A home room counts for activities that only this set attends. */
    private void homeOfStudents(FetItem item, FetWeight weight) {
        String set = item.text("Students");
        item.known("students set", set, lists.students.names());
        List<String> rooms = rooms(item);
        lists.activities.values().stream()
                .filter(activity -> activity.sets().equals(List.of(set)))
                .forEach(activity -> target.rooms.home(activity, rooms, weight));
    }

    /** A home room counts for activities that only this teacher gives. */
    private void homeOfTeacher(FetItem item, FetWeight weight) {
        String teacher = item.text("Teacher");
        item.known("teacher", teacher, lists.teachers);
        List<String> rooms = rooms(item);
        lists.activities.values().stream()
                .filter(activity -> activity.teachers().equals(List.of(teacher)))
                .forEach(activity -> target.rooms.home(activity, rooms, weight));
    }

    /** The active activities that a constraint names. */
    private List<String> activities(FetItem item) {
        List<String> activities = new ArrayList<>(item.texts("Activity_Id"));
        activities.forEach(id -> item.known("activity", id, lists.activityIds));
        activities.retainAll(lists.activities.keySet());
        return activities;
    }

    private void sameRoomIfConsecutive(FetItem item, FetWeight weight) {
        List<String> activities = activities(item);
        if (activities.size() > 1) {
            target.add(
                    item,
                    id -> new Distribution(
                            id, new DistributionRule.SameRoomIfConsecutive(), activities, weight.strength()));
        }
    }

    private void maxDifferentRooms(FetItem item, FetWeight weight) {
        List<String> activities = activities(item);
        int most = item.number("Max_Number_of_Different_Rooms", 1, 1_000_000);
        target.add(item, id -> new RoomStability(id, activities, most, weight.strength()));
    }
}
