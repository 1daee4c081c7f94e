package org.horarium.server.assessmentcentre.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.horarium.assessment.model.Assessor;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Plan;
import org.horarium.assessment.model.Room;
import org.horarium.assessment.verify.Measures;

/**
 * How much everybody does, and how the rooms are used.
 *
 * @param assessors minutes of sessions
 * @param rooms minutes of sessions, and idle minutes between the first and the last
 * @param most the largest number of minutes of an assessor, as the length of a full bar
 * @param mostOfRoom the same for rooms
 */
public record Workload(List<Bar> assessors, List<Bar> rooms, int most, int mostOfRoom) {
    /**
     * A bar.
     *
     * @param name whose
     * @param minutes its length
     * @param sessions how many
     * @param idle minutes without a session between the first and the last; 0 for people
     */
    public record Bar(String name, int minutes, int sessions, int idle) {}

    /** The workload of a plan. */
    public static Workload of(Centre centre, Plan plan) {
        if (plan.sessions().isEmpty()) {
            return new Workload(List.of(), List.of(), 1, 1);
        }
        Measures measures = Measures.of(centre, plan);
        List<Bar> assessors = new ArrayList<>();
        for (Assessor a : centre.assessors()) {
            Integer minutes = measures.minutesPerAssessor().get(a.id());
            if (minutes != null) {
                assessors.add(new Bar(a.name(), minutes, plan.ofAssessor(a.id()).size(), 0));
            }
        }
        List<Bar> rooms = new ArrayList<>();
        Map<String, Measures.RoomUse> use = measures.roomUse();
        for (Room r : centre.rooms()) {
            Measures.RoomUse of = use.get(r.id());
            if (of != null) {
                rooms.add(
                        new Bar(r.name(), of.busyMinutes(), plan.ofRoom(r.id()).size(), of.idleMinutes()));
            }
        }
        return new Workload(assessors, rooms, most(assessors), most(rooms));
    }

    private static int most(List<Bar> bars) {
        return Math.max(
                1, bars.stream().mapToInt(b -> b.minutes() + b.idle()).max().orElse(1));
    }
}
