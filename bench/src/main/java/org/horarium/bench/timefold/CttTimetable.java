package org.horarium.bench.timefold;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.buildin.hardsoft.HardSoftScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The planning solution. Mutable with a no-argument constructor, as the solver wants it. */
@PlanningSolution
public class CttTimetable {
    @ProblemFactCollectionProperty
    @ValueRangeProvider
    private List<CttFacts.Period> periods = List.of();

    @ProblemFactCollectionProperty
    @ValueRangeProvider
    private List<CttFacts.Room> rooms = List.of();

    @ProblemFactCollectionProperty
    private List<CttFacts.Curriculum> curricula = List.of();

    @PlanningEntityCollectionProperty
    private List<Lecture> lectures = List.of();

    @PlanningScore
    private @Nullable HardSoftScore score;

    /** For the solver. */
    public CttTimetable() {}

    CttTimetable(
            List<CttFacts.Period> periods,
            List<CttFacts.Room> rooms,
            List<CttFacts.Curriculum> curricula,
            List<Lecture> lectures) {
        this.periods = periods;
        this.rooms = rooms;
        this.curricula = curricula;
        this.lectures = lectures;
    }

    List<Lecture> lectures() {
        return lectures;
    }

    @Nullable
    HardSoftScore score() {
        return score;
    }
}
