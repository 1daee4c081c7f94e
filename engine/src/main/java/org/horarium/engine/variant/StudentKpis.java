package org.horarium.engine.variant;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;

/**
 * Days of students: those of groups, times their size (at least 1), and those of individual students. Slots in which a
 * group is unavailable are no gaps. The teaching day is from the earliest to the latest slot that any event could take.
 */
final class StudentKpis {
    private final Problem problem;
    private final int lateFrom;
    private long gaps;
    private long late;

    StudentKpis(Problem problem, Plan plan) {
        this.problem = problem;
        this.lateFrom = lateFrom(problem);
        Map<String, TimePattern> times = new HashMap<>();
        Map<String, List<TimePattern>> ofGroup = new HashMap<>();
        Map<String, Event> events = new HashMap<>();
        problem.events().forEach(event -> events.put(event.id(), event));
        for (Placement placement : plan.placements()) {
            Event event = events.get(placement.event());
            if (event != null) {
                times.put(event.id(), placement.time());
                event.groups()
                        .forEach(group -> ofGroup.computeIfAbsent(group, key -> new ArrayList<>())
                                .add(placement.time()));
            }
        }
        for (Group group : problem.groups()) {
            count(ofGroup.getOrDefault(group.id(), List.of()), group.unavailable(), Math.max(1, group.size()));
        }
        plan.enrolments()
                .values()
                .forEach(classes -> count(
                        classes.stream()
                                .filter(times::containsKey)
                                .map(id -> times.getOrDefault(id, new TimePattern(1, 1, 0, 1)))
                                .toList(),
                        List.of(),
                        1));
    }

    /** The first slot of the last quarter of the teaching day. */
    static int lateFrom(Problem problem) {
        int first = Integer.MAX_VALUE;
        int last = 0;
        for (Event event : problem.events()) {
            for (TimeOption option : event.times()) {
                first = Math.min(first, option.pattern().start());
                last = Math.max(last, option.pattern().end());
            }
        }
        return last == 0 ? 0 : last - (last - first) / 4;
    }

    private void count(List<TimePattern> times, List<TimePattern> unavailable, int students) {
        if (times.isEmpty()) {
            return;
        }
        for (int week = 0; week < problem.grid().weeks(); week++) {
            for (int day = 0; day < problem.grid().days(); day++) {
                BitSet busy = on(times, week, day);
                if (busy.isEmpty()) {
                    continue;
                }
                BitSet closed = on(unavailable, week, day);
                int first = busy.nextSetBit(0);
                BitSet idle = new BitSet();
                idle.set(first, busy.length());
                idle.andNot(busy);
                idle.andNot(closed);
                gaps += (long) idle.cardinality() * students;
                late += (long) busy.get(lateFrom, Math.max(lateFrom, busy.length()))
                                .cardinality()
                        * students;
            }
        }
    }

    private static BitSet on(List<TimePattern> times, int week, int day) {
        BitSet slots = new BitSet();
        for (TimePattern time : times) {
            if ((time.weeks() >>> week & 1) != 0 && (time.days() >>> day & 1) != 0) {
                slots.set(time.start(), time.end());
            }
        }
        return slots;
    }

    long gaps() {
        return gaps;
    }

    long late() {
        return late;
    }
}
