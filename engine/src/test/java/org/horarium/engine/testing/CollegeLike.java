package org.horarium.engine.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarRule;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Cumulative;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.LoadBalance;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.model.Person;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.Pin;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.RoomOption;
import org.horarium.engine.model.SameStaff;
import org.horarium.engine.model.StaffFairness;
import org.horarium.engine.model.StaffNeed;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.model.Weights;

/**
 * A problem as a department has it, and one that can be solved: sections with two subgroups, lectures for the section,
 * labs in A or B weeks for a subgroup with an assistant and scarce equipment, shared rooms, people with load limits.
 */
public final class CollegeLike {
    private static final int DAYS = 5;
    private static final int SLOTS = 8;
    private static final long BOTH = 3;

    private final Random random;
    private final int sections;
    private final List<Event> events = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();

    private CollegeLike(long seed, int sections) {
        this.random = new Random(seed);
        this.sections = sections;
    }

    /** A problem with so many sections of 21 events each. */
    public static Problem of(long seed, int sections) {
        return new CollegeLike(seed, sections).make(List.of());
    }

    /** The same with pins. */
    public static Problem of(long seed, int sections, List<Pin> pins) {
        return new CollegeLike(seed, sections).make(pins);
    }

    private Problem make(List<Pin> pins) {
        List<Room> rooms = new ArrayList<>();
        List<Person> people = new ArrayList<>();
        List<Group> groups = new ArrayList<>();
        int lectureRooms = sections;
        int labs = Math.max(2, sections);
        for (int r = 0; r < lectureRooms + labs; r++) {
            rooms.add(new Room(
                    (r < lectureRooms ? "hall" : "lab") + r, "Room " + r, 60, null, List.of(), java.util.Map.of()));
        }
        int lecturers = 3 * sections;
        int assistants = 2 * sections;
        for (int p = 0; p < lecturers + assistants; p++) {
            List<TimePattern> away = p % 5 == 0 ? List.of(new TimePattern(BOTH, 1 << (p % DAYS), 0, SLOTS)) : List.of();
            people.add(new Person("p" + p, "Person " + p, away));
        }
        List<Cumulative.Demand> kits = new ArrayList<>();
        for (int s = 0; s < sections; s++) {
            groups.add(new Group("s" + s + "a", "Section " + s + " A", 15, List.of()));
            groups.add(new Group("s" + s + "b", "Section " + s + " B", 15, List.of()));
            for (int c = 0; c < 5; c++) {
                List<String> ids = new ArrayList<>();
                for (int k = 0; k < 3; k++) {
                    String id = "lecture" + s + "." + c + "." + k;
                    ids.add(id);
                    events.add(event(
                            id,
                            1,
                            List.of(BOTH),
                            0,
                            lectureRooms,
                            List.of("s" + s + "a", "s" + s + "b"),
                            lecturers,
                            0));
                }
                constraints.add(new MinDaysBetween("days" + s + "." + c, ids, 1, Strength.HARD));
                constraints.add(new SameStaff("same" + s + "." + c, "lecturer", ids, Strength.HARD));
            }
            for (int c = 0; c < 3; c++) {
                for (String half : List.of("a", "b")) {
                    String id = "lab" + s + "." + c + half;
                    events.add(event(
                            id,
                            2,
                            List.of(1L, 2L),
                            lectureRooms,
                            labs,
                            List.of("s" + s + half),
                            lecturers,
                            assistants));
                    kits.add(new Cumulative.Demand(id, 1));
                    constraints.add(new Distribution(
                            "before" + id,
                            new DistributionRule.Precedence(),
                            List.of("lecture" + s + "." + c + ".0", id),
                            Strength.soft(2)));
                }
            }
        }
        constraints.add(new Cumulative("kits", "measuring kits", kits, Math.max(1, sections), Strength.HARD));
        List<String> everyone = groups.stream().map(Group::id).toList();
        List<String> staff = people.stream().map(Person::id).toList();
        constraints.add(new CalendarConstraint(
                "gaps",
                new CalendarRule.MaxGapsPerDay(0),
                CalendarConstraint.MemberKind.GROUP,
                everyone,
                Strength.soft(2)));
        constraints.add(new CalendarConstraint(
                "load",
                new CalendarRule.MaxSlotsPerWeek(16),
                CalendarConstraint.MemberKind.PERSON,
                staff,
                Strength.HARD));
        constraints.add(new LoadBalance(
                "balance",
                staff.stream().map(p -> new LoadBalance.Target(p, 14)).toList(),
                2,
                Strength.soft(1)));
        constraints.add(new StaffFairness(
                "fairness",
                staff.stream().map(p -> new StaffFairness.Share(p, 4, 2)).toList(),
                Strength.soft(1)));
        return new Problem(
                "college-like",
                new Grid(2, DAYS, SLOTS),
                rooms,
                people,
                groups,
                events,
                List.of(),
                List.of(),
                constraints,
                Weights.ONE,
                pins);
    }

    private Event event(
            String id,
            int length,
            List<Long> weeks,
            int firstRoom,
            int roomCount,
            List<String> groups,
            int lecturers,
            int assistants) {
        List<TimeOption> times = new ArrayList<>();
        for (long week : weeks) {
            for (int day = 0; day < DAYS; day++) {
                for (int start = 0; start + length <= SLOTS; start++) {
                    if (start >= 4 || start + length <= 4) {
                        times.add(new TimeOption(new TimePattern(week, 1 << day, start, length), start == 7 ? 1 : 0));
                    }
                }
            }
        }
        List<RoomOption> rooms = new ArrayList<>();
        for (int r = 0; r < roomCount; r++) {
            rooms.add(new RoomOption((firstRoom == 0 ? "hall" : "lab") + (firstRoom + r), random.nextInt(2)));
        }
        List<StaffNeed> needs = new ArrayList<>();
        needs.add(new StaffNeed("lecturer", 1, candidates(id, 0, lecturers)));
        if (assistants > 0) {
            needs.add(new StaffNeed("assistant", 1, candidates(id, lecturers, assistants)));
        }
        return new Event(id, id, times, rooms, true, needs, groups);
    }

    /** Four people; the same for all events of a course. */
    private List<PersonOption> candidates(String id, int first, int count) {
        Random own = new Random(id.substring(0, id.lastIndexOf('.')).hashCode());
        List<PersonOption> options = new ArrayList<>();
        int start = own.nextInt(count);
        for (int i = 0; i < Math.min(4, count); i++) {
            options.add(new PersonOption("p" + (first + (start + i) % count), own.nextInt(4)));
        }
        return options;
    }
}
