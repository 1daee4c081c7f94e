package org.horarium.server.figures;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.horarium.formats.college.ActivityTemplate;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Personnel;
import org.horarium.formats.college.Room;
import org.horarium.formats.college.problem.Activity;
import org.horarium.formats.college.problem.Atom;
import org.horarium.server.timetable.PlacedActivity;
import org.jspecify.annotations.Nullable;

/**
 * The activities of a college somewhere in the week, each at the first place where its groups, somebody who may give it and a room
 * of its kind are free; what finds none is left out. It looks like a timetable, which is enough to measure what is done with one;
 * it keeps no other rule.
 */
final class AnyTimetable {
    private final College college;
    private final Set<String> busy = new HashSet<>();

    private AnyTimetable(College college) {
        this.college = college;
    }

    /** @param shift by how many places everything is shifted, to make another timetable of the same activities */
    static List<PlacedActivity> of(College college, int shift) {
        AnyTimetable timetable = new AnyTimetable(college);
        List<Activity> activities = Activity.all(college);
        List<PlacedActivity> placed = new ArrayList<>();
        for (int i = 0; i < activities.size(); i++) {
            PlacedActivity there = timetable.place(activities.get(i), i + shift);
            if (there != null) {
                placed.add(there);
            }
        }
        return placed;
    }

    private @Nullable PlacedActivity place(Activity activity, int from) {
        List<DayOfWeek> days = college.term().days();
        int duration = activity.template().duration();
        int starts = college.term().slots().size() - duration + 1;
        List<String> groups =
                activity.attendees().stream().map(Atom::leaf).distinct().toList();
        for (int p = 0; p < days.size() * starts; p++) {
            int place = (p + from) % (days.size() * starts);
            DayOfWeek day = days.get(place / starts);
            int slot = 1 + place % starts;
            List<PlacedActivity.Staff> staff = staff(activity.template(), day, slot);
            String room = room(activity.template(), day, slot);
            if (groups.stream().allMatch(group -> isFree("group " + group, day, slot, duration))
                    && staff != null
                    && (room != null || activity.template().roomType() == null)) {
                groups.forEach(group -> take("group " + group, day, slot, duration));
                staff.forEach(s -> take("person " + s.person(), day, slot, duration));
                if (room != null) {
                    take("room " + room, day, slot, duration);
                }
                return new PlacedActivity(
                        activity.id(),
                        activity.template().id(),
                        activity.group(),
                        groups,
                        day,
                        slot,
                        duration,
                        PlacedActivity.Weeks.EVERY,
                        room,
                        staff);
            }
        }
        return null;
    }

    private @Nullable List<PlacedActivity.Staff> staff(ActivityTemplate template, DayOfWeek day, int slot) {
        List<PlacedActivity.Staff> staff = new ArrayList<>();
        for (ActivityTemplate.Requirement need : template.personnel()) {
            List<PlacedActivity.Staff> found = college.personnel().stream()
                    .filter(person -> need.candidates().isEmpty()
                            ? person.roles().contains(need.role())
                            : need.candidates().contains(person.id()))
                    .map(Personnel::id)
                    .filter(person -> isFree("person " + person, day, slot, template.duration()))
                    .filter(person -> staff.stream().noneMatch(s -> s.person().equals(person)))
                    .limit(need.count())
                    .map(person -> new PlacedActivity.Staff(need.role(), person))
                    .toList();
            if (found.size() < need.count()) {
                return null;
            }
            staff.addAll(found);
        }
        return staff;
    }

    private @Nullable String room(ActivityTemplate template, DayOfWeek day, int slot) {
        return college.rooms().stream()
                .filter(room -> room.type().equals(template.roomType()))
                .map(Room::id)
                .filter(room -> isFree("room " + room, day, slot, template.duration()))
                .findFirst()
                .orElse(null);
    }

    private boolean isFree(String what, DayOfWeek day, int slot, int duration) {
        for (int s = slot; s < slot + duration; s++) {
            if (busy.contains(day + " " + s + " " + what)) {
                return false;
            }
        }
        return true;
    }

    private void take(String what, DayOfWeek day, int slot, int duration) {
        for (int s = slot; s < slot + duration; s++) {
            busy.add(day + " " + s + " " + what);
        }
    }
}
