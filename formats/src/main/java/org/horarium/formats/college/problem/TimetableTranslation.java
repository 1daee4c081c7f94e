package org.horarium.formats.college.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.horarium.engine.model.CostComponent;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.verify.Score;
import org.horarium.formats.Fault;
import org.horarium.formats.FormatException;
import org.horarium.formats.college.ActivityTemplate.WeekPattern;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Timetable;
import org.horarium.formats.college.Timetable.Assignment;
import org.horarium.formats.college.Timetable.ScheduledEvent;
import org.horarium.formats.college.Timetable.UnplacedActivity;

/** Plans of the engine as timetables of a college, and back. */
public final class TimetableTranslation {
    private final College college;
    private final SlotGrid grid;

    TimetableTranslation(College college, SlotGrid grid) {
        this.college = college;
        this.grid = grid;
    }

    /** The timetable of a solution. It holds nothing that differs between two runs with the same result. */
    public Timetable timetable(Solution solution) {
        return timetable(solution.plan(), solution.verdict().score(), solution.unplaced());
    }

    /**
     * The timetable of a plan.
     *
     * @param plan for the college's problem
     * @param score what the verifier says of it
     * @param unplaced what has no place, and why
     */
    public Timetable timetable(Plan plan, Score score, List<Solution.Unplaced> unplaced) {
        Map<String, Long> costs = new TreeMap<>();
        for (CostComponent component : CostComponent.values()) {
            if (score.cost(component) != 0) {
                costs.put(component.name().toLowerCase(Locale.ROOT), score.cost(component));
            }
        }
        return new Timetable(
                college.name(),
                college.term().id(),
                plan.placements().stream().map(this::event).toList(),
                unplaced.stream()
                        .map(missing -> new UnplacedActivity(missing.event(), missing.reason()))
                        .toList(),
                score.hard(),
                costs,
                score.total());
    }

    private ScheduledEvent event(Placement placement) {
        TimePattern time = placement.time();
        return new ScheduledEvent(
                placement.event(),
                college.term().days().get(Integer.numberOfTrailingZeros(time.days())),
                time.start() + 1,
                time.length(),
                grid.pattern(time.weeks()),
                placement.room(),
                placement.staff().stream()
                        .map(staff -> new Assignment(staff.role(), staff.person()))
                        .toList());
    }

    /**
     * The plan of a timetable. Whether it is any good is for the verifier to say, also of activities, rooms and people
     * that the college does not have.
     *
     * @throws FormatException if it is not of this college and term, or if a time lies outside the grid
     */
    public Plan plan(Timetable timetable) {
        List<Fault> faults = new ArrayList<>();
        if (!timetable.college().equals(college.name())) {
            faults.add(new Fault(
                    "/college",
                    "The timetable is of the college (%s), the data of (%s). Give the files that belong together."
                            .formatted(timetable.college(), college.name())));
        }
        if (!timetable.term().equals(college.term().id())) {
            faults.add(new Fault(
                    "/term",
                    "The timetable is of the term (%s), the data of (%s). Give the files that belong together."
                            .formatted(timetable.term(), college.term().id())));
        }
        List<Placement> placements = new ArrayList<>();
        for (int i = 0; i < timetable.events().size(); i++) {
            ScheduledEvent event = timetable.events().get(i);
            int before = faults.size();
            checkTime(event, "/events/" + i, faults);
            if (faults.size() == before) {
                placements.add(placement(event));
            }
        }
        if (!faults.isEmpty()) {
            throw new FormatException(faults);
        }
        return new Plan(placements, Map.of());
    }

    private void checkTime(ScheduledEvent event, String where, List<Fault> faults) {
        String activity = "activity (%s)".formatted(event.activity());
        int slots = college.term().slots().size();
        if (grid.day(event.day()) < 0) {
            faults.add(new Fault(
                    where + "/day",
                    "The %s is on a day (%s) that the term does not teach on; its days are %s."
                            .formatted(activity, event.day(), college.term().days())));
        }
        if (event.slot() < 1 || event.slot() > slots) {
            faults.add(new Fault(
                    where + "/slot",
                    "The %s begins in slot (%d); the term's slots are 1 to %d."
                            .formatted(activity, event.slot(), slots)));
        } else if (event.duration() < 1 || event.duration() > slots - event.slot() + 1) {
            faults.add(new Fault(
                    where + "/duration",
                    "The %s begins in slot (%d) and lasts (%d) slots; a day has %d."
                            .formatted(activity, event.slot(), event.duration(), slots)));
        }
        if (event.weeks() == WeekPattern.ALTERNATE) {
            faults.add(new Fault(
                    where + "/weeks",
                    "The %s is in weeks (alternate); a timetable says which: every, a or b.".formatted(activity)));
        } else if (event.weeks() != WeekPattern.EVERY && grid.weeks() == 1) {
            faults.add(new Fault(
                    where + "/weeks",
                    "The %s is in weeks (%s), but the college does not tell A and B weeks apart; say every."
                            .formatted(activity, event.weeks().name().toLowerCase(Locale.ROOT))));
        }
    }

    private Placement placement(ScheduledEvent event) {
        long weeks =
                event.weeks() == WeekPattern.EVERY ? grid.grid().allWeeks() : event.weeks() == WeekPattern.A ? 1 : 2;
        return new Placement(
                event.activity(),
                new TimePattern(weeks, 1 << grid.day(event.day()), event.slot() - 1, event.duration()),
                event.room(),
                event.personnel().stream()
                        .map(staff -> new StaffAssignment(staff.role(), staff.person()))
                        .toList());
    }
}
