package org.horarium.formats.fet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.TimePattern;
import org.horarium.formats.Fault;

/** What the constraints of a file become, while they are read. */
final class FetTarget {
    final FetTimes times;
    final FetRooms rooms = new FetRooms();
    private final FetLists lists;
    private final List<Constraint> constraints = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, BitSet> unavailable = new HashMap<>();
    private final List<Fault> warnings = new ArrayList<>();
    private final BitSet breaks = new BitSet();
    private int buildingGap;

    FetTarget(FetLists lists) {
        this.lists = lists;
        this.times = new FetTimes(lists.days.size(), lists.hours.size());
    }

    /** Adds a constraint whose id is its type and a number. */
    void add(FetItem item, Function<String, Constraint> make) {
        String type = item.type().replaceFirst("^Constraint", "");
        constraints.add(make.apply(type + " " + numbers.merge(type, 1, Integer::sum)));
    }

    List<Constraint> constraints() {
        return constraints;
    }

    void warn(FetItem item, String message) {
        warnings.add(new Fault("line " + item.line(), message));
    }

    List<Fault> warnings() {
        return warnings;
    }

    void block(String kind, String name, BitSet slots) {
        unavailable.computeIfAbsent(kind + " " + name, key -> new BitSet()).or(slots);
    }

    /** When somebody or something is not available. Breaks are no gaps for anybody, so they count too, but for rooms. */
    List<TimePattern> unavailable(String kind, String name) {
        BitSet slots = (BitSet)
                unavailable.getOrDefault(kind + " " + name, new BitSet()).clone();
        if (!kind.equals("room")) {
            slots.or(breaks);
        }
        return times.patterns(slots);
    }

    void addBreaks(BitSet slots) {
        breaks.or(slots);
        times.addBreaks(slots);
    }

    /** Slots between events in different buildings. FET has one number for each person; here it belongs to the buildings. */
    void buildingGap(FetItem item, int slots) {
        if (buildingGap != 0 && buildingGap != slots) {
            warn(
                    item,
                    "The gap between buildings (%d) differs from another one (%d); the larger is used for everybody."
                            .formatted(slots, buildingGap));
        }
        buildingGap = Math.max(buildingGap, slots);
    }

    /** Travel between rooms of different buildings. */
    Map<String, Map<String, Integer>> travel() {
        Map<String, Map<String, Integer>> travel = new HashMap<>();
        if (buildingGap > 0) {
            for (FetLists.FetRoom from : lists.rooms.values()) {
                for (FetLists.FetRoom to : lists.rooms.values()) {
                    if (!from.building().isEmpty()
                            && !to.building().isEmpty()
                            && !from.building().equals(to.building())) {
                        travel.computeIfAbsent(from.name(), name -> new HashMap<>())
                                .put(to.name(), buildingGap);
                    }
                }
            }
        }
        return travel;
    }
}
