package org.horarium.formats.fet;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarRule;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Cumulative;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.RoomOption;
import org.horarium.engine.model.RoomStability;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;
import org.horarium.formats.xml.XmlPrinter;

/**
 * Writes the two lists of constraints. A penalty p becomes the weight 100 p / (p + 1) %, which is read as p again; where
 * options cost different penalties, there is one constraint for each step from one to the next.
 */
final class ConstraintWriter {
    private final Problem problem;
    private final Map<String, String> activities;
    private final XmlPrinter xml;
    private final int hours;

    ConstraintWriter(Problem problem, Map<String, String> activities, XmlPrinter xml) {
        this.problem = problem;
        this.activities = activities;
        this.xml = xml;
        this.hours = problem.grid().slotsPerDay();
    }

    void write() throws IOException {
        xml.start("Time_Constraints_List");
        begin("BasicCompulsoryTime", Strength.HARD);
        end();
        for (var person : problem.people()) {
            unavailable("TeacherNotAvailableTimes", "Teacher", person.id(), person.unavailable());
        }
        for (var group : problem.groups()) {
            unavailable("StudentsSetNotAvailableTimes", "Students", group.id(), group.unavailable());
        }
        for (Event event : problem.events()) {
            times(event);
        }
        for (Constraint constraint : problem.constraints()) {
            if (!isOnRooms(constraint)) {
                write(constraint);
            }
        }
        xml.end().start("Space_Constraints_List");
        begin("BasicCompulsorySpace", Strength.HARD);
        end();
        for (var room : problem.rooms()) {
            unavailable("RoomNotAvailableTimes", "Room", room.id(), room.unavailable());
        }
        for (Event event : problem.events()) {
            rooms(event);
        }
        for (Constraint constraint : problem.constraints()) {
            if (isOnRooms(constraint)) {
                write(constraint);
            }
        }
        xml.end();
    }

    /** Whether FET has a constraint among those of space. */
    private static boolean isOnRooms(Constraint constraint) {
        return constraint instanceof RoomStability
                || constraint instanceof CalendarConstraint calendar
                        && calendar.rule() instanceof CalendarRule.MaxChanges
                || constraint instanceof Distribution distribution
                        && distribution.rule() instanceof DistributionRule.SameRoomIfConsecutive;
    }

    private void write(Constraint constraint) throws IOException {
        if (constraint instanceof CalendarConstraint calendar) {
            calendar(calendar);
        } else {
            among(constraint);
        }
    }

    private XmlPrinter begin(String type, Strength strength) throws IOException {
        String weight = "100";
        if (strength instanceof Strength.Soft soft) {
            // Rounded down: reading rounds the penalty up.
            weight = BigDecimal.valueOf(100L * soft.penalty())
                    .divide(BigDecimal.valueOf(soft.penalty() + 1L), 6, RoundingMode.DOWN)
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return xml.start("Constraint" + type).text("Weight_Percentage", weight);
    }

    private void end() throws IOException {
        xml.text("Active", true).text("Comments", "").end();
    }

    private String activity(String event) {
        return Objects.requireNonNull(activities.get(event));
    }

    private void unavailable(String type, String kind, String id, List<TimePattern> patterns) throws IOException {
        BitSet slots = ProblemWriter.slots(patterns, hours);
        if (slots.isEmpty()) {
            return;
        }
        begin(type, Strength.HARD).text(kind, id).text("Number_of_Not_Available_Times", slots.cardinality());
        slots(slots, "Not_Available_Time", "");
        end();
    }

    private void slots(BitSet slots, String element, String prefix) throws IOException {
        for (int slot = slots.nextSetBit(0); slot >= 0; slot = slots.nextSetBit(slot + 1)) {
            xml.start(element)
                    .text(prefix + "Day", ProblemWriter.day(slot / hours))
                    .text(prefix + "Hour", ProblemWriter.hour(slot % hours))
                    .end();
        }
    }

    private void times(Event event) throws IOException {
        int length = event.times().get(0).pattern().length();
        if (event.times().size() < problem.grid().days() * (hours - length + 1)) {
            times(event, Integer.MAX_VALUE, Strength.HARD);
        }
        int below = 0;
        TreeSet<Integer> levels = new TreeSet<>();
        event.times().forEach(option -> levels.add(option.penalty()));
        for (int level : levels) {
            if (level > 0) {
                times(event, level, Strength.soft(level - below));
                below = level;
            }
        }
    }

    /** The activity should start at one of its times that cost less than a limit. */
    private void times(Event event, int limit, Strength strength) throws IOException {
        BitSet starts = new BitSet();
        for (TimeOption option : event.times()) {
            if (option.penalty() < limit) {
                starts.set(Integer.numberOfTrailingZeros(option.pattern().days()) * hours
                        + option.pattern().start());
            }
        }
        begin("ActivityPreferredStartingTimes", strength)
                .text("Activity_Id", activity(event.id()))
                .text("Number_of_Preferred_Starting_Times", starts.cardinality());
        slots(starts, "Preferred_Starting_Time", "Preferred_Starting_");
        end();
    }

    private void rooms(Event event) throws IOException {
        if (!event.needsRoom()) {
            return;
        }
        rooms(event, Integer.MAX_VALUE, Strength.HARD);
        int below = 0;
        TreeSet<Integer> levels = new TreeSet<>();
        event.rooms().forEach(option -> levels.add(option.penalty()));
        for (int level : levels) {
            if (level > 0) {
                rooms(event, level, Strength.soft(level - below));
                below = level;
            }
        }
    }

    private void rooms(Event event, int limit, Strength strength) throws IOException {
        List<String> names = event.rooms().stream()
                .filter(option -> option.penalty() < limit)
                .map(RoomOption::room)
                .toList();
        begin("ActivityPreferredRooms", strength)
                .text("Activity_Id", activity(event.id()))
                .text("Number_of_Preferred_Rooms", names.size());
        for (String name : names) {
            xml.text("Preferred_Room", name);
        }
        end();
    }

    private void calendar(CalendarConstraint constraint) throws IOException {
        FetWords words = Objects.requireNonNull(FetWords.of(constraint));
        boolean group = constraint.kind() == CalendarConstraint.MemberKind.GROUP;
        int everybody = group ? problem.groups().size() : problem.people().size();
        if (constraint.members().size() == everybody) {
            begin((group ? "Students" : "Teachers") + words.type(), constraint.strength());
            limit(constraint.rule(), words);
            end();
            return;
        }
        for (String member : constraint.members()) {
            begin((group ? "StudentsSet" : "Teacher") + words.type(), constraint.strength())
                    .text(group ? "Students" : isOnRooms(constraint) ? "Teacher" : "Teacher_Name", member);
            limit(constraint.rule(), words);
            end();
        }
    }

    private void limit(CalendarRule rule, FetWords words) throws IOException {
        xml.text(words.parameter(), words.limit());
        if (rule instanceof CalendarRule.MinSlotsPerDay min) {
            xml.text("Allow_Empty_Days", min.emptyDaysAllowed());
        } else if (rule instanceof CalendarRule.IntervalMaxDays interval) {
            xml.text("Interval_Start_Hour", ProblemWriter.hour(interval.from()));
            xml.text("Interval_End_Hour", interval.to() == hours ? "" : ProblemWriter.hour(interval.to()));
        } else if (rule instanceof CalendarRule.MaxSpanPerDay) {
            xml.text("Allow_One_Day_Exception_of_Plus_One", false);
        } else if (rule instanceof CalendarRule.MinRest) {
            xml.text("Circular", false);
        }
    }

    private void among(Constraint constraint) throws IOException {
        FetWords words = Objects.requireNonNull(FetWords.of(constraint));
        List<String> events = events(constraint);
        BitSet selected = selected(constraint);
        if (events.size() < 2 && selected.isEmpty()) {
            return; // nothing can break it, and FET refuses it
        }
        begin(words.type(), constraint.strength());
        if (words.type().startsWith("Two")) {
            xml.text("First_Activity_Id", activity(events.get(0))).text("Second_Activity_Id", activity(events.get(1)));
        } else {
            if (constraint instanceof MinDaysBetween) {
                xml.text("Consecutive_If_Same_Day", false);
            }
            xml.text("Number_of_Activities", events.size());
            for (String event : events) {
                xml.text("Activity_Id", activity(event));
            }
        }
        if (!selected.isEmpty()) {
            xml.text("Number_of_Selected_Time_Slots", selected.cardinality());
            slots(selected, "Selected_Time_Slot", "Selected_");
        }
        if (!words.parameter().isEmpty()) {
            xml.text(words.parameter(), words.limit());
        }
        end();
    }

    /** The slots that a constraint is about; none for one that selects none. */
    private BitSet selected(Constraint constraint) {
        BitSet selected = new BitSet();
        if (constraint instanceof Cumulative) {
            selected.set(0, problem.grid().days() * hours);
        } else if (constraint instanceof Distribution distribution) {
            selected.or(ProblemWriter.slots(DistributionRule.timesOf(distribution.rule()), hours));
        }
        return selected;
    }

    private static List<String> events(Constraint constraint) {
        if (constraint instanceof Distribution distribution) {
            return distribution.events();
        } else if (constraint instanceof MinDaysBetween days) {
            return days.events();
        } else if (constraint instanceof RoomStability stability) {
            return stability.events();
        } else if (constraint instanceof Cumulative cumulative) {
            return cumulative.demands().stream().map(Cumulative.Demand::event).toList();
        }
        throw new IllegalArgumentException("Not among activities: " + constraint);
    }
}
