package org.horarium.formats.college.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.horarium.formats.FaultCollector;
import org.horarium.formats.college.ActivityPin;
import org.horarium.formats.college.ActivityTemplate.Requirement;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Personnel;
import org.horarium.formats.college.problem.Activity;
import org.horarium.formats.college.problem.PinTranslation;
import org.horarium.formats.college.problem.SlotGrid;
import org.horarium.formats.college.problem.StaffFit;
import org.jspecify.annotations.Nullable;

/** Pins: whether what they fix exists and can be. */
final class PinChecks {
    private final College college;
    private final Ids ids;
    private final FaultCollector faults;
    private final SlotGrid grid;
    private final StaffFit staff;
    private final Map<String, Activity> activities = new HashMap<>();
    private final Map<String, Personnel> people = new HashMap<>();
    private final boolean readable;
    private final int longest;

    private PinChecks(College college, Ids ids, FaultCollector faults) {
        this.college = college;
        this.ids = ids;
        this.faults = faults;
        this.grid = SlotGrid.of(college);
        this.longest = TermChecks.readable(college.term()) ? grid.longestStretch() : 0;
        this.staff = StaffFit.of(college);
        Activity.all(college).forEach(activity -> activities.putIfAbsent(activity.id(), activity));
        college.personnel().forEach(person -> people.putIfAbsent(person.id(), person));
        this.readable = activities.keySet().stream().noneMatch(id -> id.contains(CollegeChecks.UNREADABLE))
                && ids.groups.readable()
                && college.courses().stream()
                        .allMatch(course -> course.batches().stream().allMatch(ids.groups::exists));
    }

    static void check(College college, Ids ids, FaultCollector faults) {
        if (college.pins().isEmpty()) {
            return;
        }
        PinChecks checks = new PinChecks(college, ids, faults);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < college.pins().size(); i++) {
            ActivityPin pin = college.pins().get(i);
            String where = "/pins/" + i;
            String owner = "pin of (%s)".formatted(Show.id(pin.activity()));
            if (!seen.add(pin.activity()) && !pin.activity().equals(CollegeChecks.UNREADABLE)) {
                faults.add(where + "/activity", "The %s occurs twice. Join the two.", owner);
            }
            checks.pin(where, owner, pin);
        }
    }

    private void pin(String where, String owner, ActivityPin pin) {
        Activity activity = activities.get(pin.activity());
        if (activity == null && readable && !pin.activity().equals(CollegeChecks.UNREADABLE)) {
            faults.add(
                    where + "/activity",
                    "The %s fixes an activity that does not exist; ids are template/group/ordinal. %s",
                    owner,
                    faults.advice(pin.activity(), near(pin.activity())));
        }
        time(where, owner, pin, activity);
        if (pin.room() != null) {
            ids.rooms.require(where + "/room", owner, pin.room());
            if (activity != null && activity.template().roomType() == null) {
                faults.add(
                        where + "/room",
                        "The %s fixes the room (%s), but the activity takes place in no room. Remove it, or give the template"
                                + " a room_type.",
                        owner,
                        pin.room());
            }
        }
        people(where, owner, pin, activity);
    }

    /** Only ids of the same template are worth proposing; comparing with all of a large college takes long. */
    private List<String> near(String id) {
        String template = id.contains("/") ? id.substring(0, id.indexOf('/') + 1) : id;
        return activities.keySet().stream()
                .filter(known -> known.startsWith(template))
                .sorted()
                .toList();
    }

    private void time(String where, String owner, ActivityPin pin, @Nullable Activity activity) {
        int slots = longest == 0 ? Integer.MAX_VALUE : college.term().slots().size();
        if (pin.day() != null
                && grid.day(pin.day()) < 0
                && !college.term().days().isEmpty()) {
            faults.add(
                    where + "/day",
                    "The %s fixes the day (%s), on which the term has no teaching; its days are %s.",
                    owner,
                    lower(pin.day().name()),
                    lower(college.term().days().toString()));
        }
        if (pin.day() == null && pin.slot() != null) {
            faults.add(where + "/day", "The %s fixes the slot (%d) but no day. Give both or none.", owner, pin.slot());
        }
        if (pin.slot() == null) {
            if (pin.day() != null) {
                faults.add(
                        where + "/slot",
                        "The %s fixes the day (%s) but no slot. Give both or none.",
                        owner,
                        lower(pin.day().name()));
            }
        } else if (pin.slot() < 1 || pin.slot() > slots) {
            faults.add(
                    where + "/slot",
                    "The %s fixes the slot (%d); the term's slots are 1 to %d.",
                    owner,
                    pin.slot(),
                    slots);
        } else if (activity != null
                && activity.template().duration() <= longest
                && !grid.fits(pin.slot() - 1, activity.template().duration())) {
            faults.add(
                    where + "/slot",
                    "The %s begins in slot (%d) and lasts (%d) slots: that crosses a break or the end of the day. Choose an"
                            + " earlier or later slot.",
                    owner,
                    pin.slot(),
                    activity.template().duration());
        }
    }

    private void people(String where, String owner, ActivityPin pin, @Nullable Activity activity) {
        Set<String> seen = new HashSet<>();
        List<Personnel> pinned = new ArrayList<>();
        for (int i = 0; i < pin.personnel().size(); i++) {
            String id = pin.personnel().get(i);
            Values.once(where + "/personnel/" + i, owner, "person", id, seen, faults);
            Personnel person = people.get(id);
            if (person == null) {
                ids.personnel.require(where + "/personnel/" + i, owner, id);
            } else {
                pinned.add(person);
            }
        }
        boolean complete = pinned.size() == pin.personnel().size()
                && seen.size() == pinned.size()
                && pinned.stream().noneMatch(person -> person.roles().contains(CollegeChecks.UNREADABLE));
        if (activity != null
                && complete
                && PinTranslation.roles(activity, pinned, staff).size() < pinned.size()) {
            faults.add(
                    where + "/personnel",
                    "The %s fixes the people %s, but they do not fit the roles that are needed: %s.",
                    owner,
                    pin.personnel(),
                    activity.template().personnel().stream()
                            .map(PinChecks::show)
                            .toList());
        }
    }

    private static String show(Requirement need) {
        return need.count() + " × " + need.role();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
