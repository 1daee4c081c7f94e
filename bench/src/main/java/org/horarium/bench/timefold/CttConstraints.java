package org.horarium.bench.timefold;

import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.countDistinct;
import static ai.timefold.solver.core.api.score.stream.Joiners.equal;
import static ai.timefold.solver.core.api.score.stream.Joiners.filtering;

import ai.timefold.solver.core.api.score.buildin.hardsoft.HardSoftScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;

/** The rules of ITC-2007 track 3 as constraint streams. */
public class CttConstraints implements ConstraintProvider {
    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            conflicts(factory),
            roomOccupancy(factory),
            availability(factory),
            roomCapacity(factory),
            minimumWorkingDays(factory),
            curriculumCompactness(factory),
            roomStability(factory)
        };
    }

    private static Constraint conflicts(ConstraintFactory factory) {
        return factory.forEachUniquePair(Lecture.class, equal(Lecture::getPeriod))
                .filter(Lecture::conflictsWith)
                .penalize(HardSoftScore.ONE_HARD)
                .asConstraint("conflicts");
    }

    private static Constraint roomOccupancy(ConstraintFactory factory) {
        return factory.forEachUniquePair(Lecture.class, equal(Lecture::getPeriod), equal(Lecture::getRoom))
                .penalize(HardSoftScore.ONE_HARD)
                .asConstraint("room occupancy");
    }

    private static Constraint availability(ConstraintFactory factory) {
        return factory.forEach(Lecture.class)
                .filter(Lecture::atForbiddenPeriod)
                .penalize(HardSoftScore.ONE_HARD)
                .asConstraint("availability");
    }

    private static Constraint roomCapacity(ConstraintFactory factory) {
        return factory.forEach(Lecture.class)
                .filter(lecture -> lecture.missingSeats() > 0)
                .penalize(HardSoftScore.ONE_SOFT, Lecture::missingSeats)
                .asConstraint("room capacity");
    }

    private static Constraint minimumWorkingDays(ConstraintFactory factory) {
        return factory.forEach(Lecture.class)
                .groupBy(Lecture::course, countDistinct(Lecture::day))
                .filter((course, days) -> course.minWorkingDays() > days)
                .penalize(HardSoftScore.ofSoft(5), (course, days) -> course.minWorkingDays() - days)
                .asConstraint("minimum working days");
    }

    private static Constraint curriculumCompactness(ConstraintFactory factory) {
        return factory.forEach(CttFacts.Curriculum.class)
                .join(Lecture.class, filtering((curriculum, lecture) -> lecture.belongsTo(curriculum)))
                .ifNotExists(
                        Lecture.class,
                        equal((curriculum, lecture) -> lecture.day(), Lecture::day),
                        filtering((curriculum, lecture, neighbour) ->
                                neighbour.belongsTo(curriculum) && Math.abs(neighbour.slot() - lecture.slot()) == 1))
                .penalize(HardSoftScore.ofSoft(2))
                .asConstraint("curriculum compactness");
    }

    private static Constraint roomStability(ConstraintFactory factory) {
        return factory.forEach(Lecture.class)
                .groupBy(Lecture::course, countDistinct(Lecture::getRoom))
                .filter((course, rooms) -> rooms > 1)
                .penalize(HardSoftScore.ONE_SOFT, (course, rooms) -> rooms - 1)
                .asConstraint("room stability");
    }
}
