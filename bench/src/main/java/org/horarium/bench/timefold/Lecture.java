package org.horarium.bench.timefold;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The planning entity. Mutable with a no-argument constructor, as the solver wants it. */
@PlanningEntity
public class Lecture {
    @PlanningId
    private String id = "";

    private CttFacts.Course course = new CttFacts.Course("", "", 0);
    private Set<String> curricula = Set.of();
    private Set<Integer> allowedPeriods = Set.of();
    private Map<String, Integer> roomPenalties = Map.of();

    @PlanningVariable
    private CttFacts.@Nullable Period period;

    @PlanningVariable
    private CttFacts.@Nullable Room room;

    /** For the solver. */
    public Lecture() {}

    Lecture(
            String id,
            CttFacts.Course course,
            Set<String> curricula,
            Set<Integer> allowedPeriods,
            Map<String, Integer> roomPenalties) {
        this.id = id;
        this.course = course;
        this.curricula = curricula;
        this.allowedPeriods = allowedPeriods;
        this.roomPenalties = roomPenalties;
    }

    String id() {
        return id;
    }

    CttFacts.Course course() {
        return course;
    }

    boolean belongsTo(CttFacts.Curriculum curriculum) {
        return curricula.contains(curriculum.id());
    }

    boolean conflictsWith(Lecture other) {
        if (course.equals(other.course) || course.teacher().equals(other.course.teacher())) {
            return true;
        }
        for (String curriculum : curricula) {
            if (other.curricula.contains(curriculum)) {
                return true;
            }
        }
        return false;
    }

    boolean atForbiddenPeriod() {
        return period != null && !allowedPeriods.contains(period.index());
    }

    int missingSeats() {
        return room == null ? 0 : roomPenalties.getOrDefault(room.id(), 0);
    }

    int day() {
        return period == null ? -1 : period.day();
    }

    int slot() {
        return period == null ? -1 : period.slot();
    }

    CttFacts.@Nullable Period getPeriod() {
        return period;
    }

    void setPeriod(CttFacts.@Nullable Period period) {
        this.period = period;
    }

    CttFacts.@Nullable Room getRoom() {
        return room;
    }

    void setRoom(CttFacts.@Nullable Room room) {
        this.room = room;
    }
}
