package org.horarium.formats.college.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.horarium.engine.model.Pin;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;
import org.horarium.formats.college.ActivityPin;
import org.horarium.formats.college.ActivityTemplate.Requirement;
import org.horarium.formats.college.ActivityTemplate.WeekPattern;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Personnel;

/**
 * Pins of a college as pins of the engine.
 *
 * <p>A pinned day and slot becomes a pinned time; for {@link WeekPattern#ALTERNATE} it becomes the two candidate times of
 * that slot, since the week stays free. A pinned room may be any room of the college, also one that does not
 * fit. Pinned people are given roles by {@link #roles}.
 */
public final class PinTranslation {
    private final SlotGrid grid;
    private final Map<String, ActivityPin> byActivity = new HashMap<>();
    private final List<Pin> pins = new ArrayList<>();

    private PinTranslation(SlotGrid grid) {
        this.grid = grid;
    }

    static PinTranslation of(College college, List<Activity> activities, SlotGrid grid, StaffFit staff) {
        PinTranslation translation = new PinTranslation(grid);
        Map<String, Activity> byId = new HashMap<>();
        activities.forEach(activity -> byId.put(activity.id(), activity));
        Map<String, Personnel> people = new HashMap<>();
        college.personnel().forEach(person -> people.put(person.id(), person));
        for (ActivityPin pin : college.pins()) {
            Activity activity = byId.get(pin.activity());
            if (activity != null) {
                translation.byActivity.put(pin.activity(), pin);
                translation.add(pin, activity, people, staff);
            }
        }
        return translation;
    }

    private void add(ActivityPin pin, Activity activity, Map<String, Personnel> people, StaffFit staff) {
        TimePattern time = null;
        if (pin.day() != null && pin.slot() != null && activity.template().weeks() != WeekPattern.ALTERNATE) {
            time = grid.options(activity.template(), grid.day(pin.day()), pin.slot() - 1)
                    .get(0)
                    .pattern();
        }
        List<Personnel> pinned = pin.personnel().stream()
                .map(people::get)
                .filter(person -> person != null)
                .toList();
        List<StaffAssignment> assignments = new ArrayList<>();
        List<String> roles = roles(activity, pinned, staff);
        for (int i = 0; i < roles.size(); i++) {
            assignments.add(new StaffAssignment(roles.get(i), pinned.get(i).id()));
        }
        if (time != null || pin.room() != null || !assignments.isEmpty()) {
            pins.add(new Pin(activity.id(), time, pin.room(), assignments));
        }
    }

    /** The candidate times of an activity, narrowed where only the week is left free. */
    List<TimeOption> times(Activity activity) {
        ActivityPin pin = byActivity.get(activity.id());
        if (pin != null
                && pin.day() != null
                && pin.slot() != null
                && activity.template().weeks() == WeekPattern.ALTERNATE) {
            return grid.options(activity.template(), grid.day(pin.day()), pin.slot() - 1);
        }
        return grid.options(activity.template());
    }

    List<Pin> pins() {
        return pins;
    }

    /**
     * Gives each of some people one of the roles an activity needs: some way (always the same for the same input)
     * in which everybody is a candidate or at least has the role, and no role is filled twice over.
     *
     * @return one role for each person; empty if there is no such way
     */
    public static List<String> roles(Activity activity, List<Personnel> people, StaffFit staff) {
        List<Requirement> needs = activity.template().personnel();
        List<List<Integer>> choices = new ArrayList<>();
        for (Personnel person : people) {
            List<Integer> able = new ArrayList<>();
            for (int n = 0; n < needs.size(); n++) {
                Requirement need = needs.get(n);
                if (person.roles().contains(need.role())
                        || staff.candidates(activity.course(), activity.template(), need).stream()
                                .anyMatch(option -> option.person().equals(person.id()))) {
                    able.add(n);
                }
            }
            choices.add(able);
        }
        List<String> seats = new ArrayList<>();
        List<Integer> needOfSeat = new ArrayList<>();
        for (int n = 0; n < needs.size(); n++) {
            for (int i = 0; i < needs.get(n).count(); i++) {
                seats.add(needs.get(n).role());
                needOfSeat.add(n);
            }
        }
        int[] taker = new int[seats.size()];
        Arrays.fill(taker, -1);
        for (int person = 0; person < people.size(); person++) {
            if (!seat(person, choices, needOfSeat, taker, new boolean[taker.length])) {
                return List.of();
            }
        }
        String[] roles = new String[people.size()];
        for (int seat = 0; seat < taker.length; seat++) {
            if (taker[seat] >= 0) {
                roles[taker[seat]] = seats.get(seat);
            }
        }
        return List.of(roles);
    }

    /** Seats one more person, moving others where need be (augmenting path of a bipartite matching). */
    private static boolean seat(
            int person, List<List<Integer>> choices, List<Integer> needOfSeat, int[] taker, boolean[] tried) {
        for (int seat = 0; seat < taker.length; seat++) {
            if (!tried[seat] && choices.get(person).contains(needOfSeat.get(seat))) {
                tried[seat] = true;
                if (taker[seat] < 0 || seat(taker[seat], choices, needOfSeat, taker, tried)) {
                    taker[seat] = person;
                    return true;
                }
            }
        }
        return false;
    }
}
