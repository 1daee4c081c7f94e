package org.horarium.server.explanation.remedy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.horarium.engine.exact.Rule;
import org.horarium.engine.explain.Relaxation;
import org.horarium.engine.model.Person;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.TimePattern;
import org.horarium.formats.college.College;
import org.horarium.formats.college.WeeklyTime;
import org.horarium.formats.college.problem.CollegeProblem;
import org.horarium.server.explanation.Findings.Edits;
import org.jspecify.annotations.Nullable;

/**
 * What may give way in a college, and which edits that means.
 *
 * <p>Rooms and people who are no candidates come in by a pin, which may name any of them; times, limits and orders change
 * where they stand; to leave an activity out is to have one session less, for all groups. Where an activity has one session
 * only, people decide, and so they do about a time that is taken by what somebody said in a round or by another schedule.
 */
public final class Remedies {
    private final CollegeProblem problem;
    private final Map<String, List<WeeklyTime>> ownPeople;
    private final Map<String, List<WeeklyTime>> ownRooms;
    private final College records;

    /**
     * For a schedule.
     *
     * @param problem what is planned
     * @param records the whole college as it stands in its records, without what was said and published for schedules
     */
    public Remedies(CollegeProblem problem, College records) {
        this.problem = problem;
        this.records = records;
        this.ownPeople = records.personnel().stream()
                .collect(Collectors.toMap(person -> person.id(), person -> person.unavailable()));
        this.ownRooms =
                records.rooms().stream().collect(Collectors.toMap(room -> room.id(), room -> room.unavailable()));
    }

    /** Whether a rule can be changed by anybody's data. */
    public boolean mayGiveWay(Rule rule) {
        return switch (rule.kind()) {
            // An activity may have every time of the grid that its length allows: there is none to add.
            case TIMES, GROUP_AWAY -> false;
            case CONSTRAINT -> !rule.id().startsWith("same-staff:");
            case PERSON_AWAY -> own(ownPeople.getOrDefault(rule.id(), List.of()), unavailable(people(), rule));
            case ROOM_AWAY -> own(ownRooms.getOrDefault(rule.id(), List.of()), unavailable(rooms(), rule));
            default -> true;
        };
    }

    private Map<String, List<TimePattern>> people() {
        return problem.problem().people().stream().collect(Collectors.toMap(Person::id, Person::unavailable));
    }

    private Map<String, List<TimePattern>> rooms() {
        return problem.problem().rooms().stream().collect(Collectors.toMap(Room::id, Room::unavailable));
    }

    private static @Nullable TimePattern unavailable(Map<String, List<TimePattern>> of, Rule rule) {
        List<TimePattern> times = of.getOrDefault(rule.id(), List.of());
        int index = Integer.parseInt(rule.part());
        return index < times.size() ? times.get(index) : null;
    }

    private boolean own(List<WeeklyTime> spans, @Nullable TimePattern time) {
        return time != null
                && Weekly.slots(problem.college().term(), time).stream().anyMatch(slot -> Weekly.touches(spans, slot));
    }

    /** The edits that carry a suggestion out; null where that is for people to do. */
    public @Nullable Edits edits(Relaxation relaxation) {
        EditBuilder builder = new EditBuilder(problem.college(), records);
        for (Relaxation.Step step : relaxation.steps()) {
            if (!builder.add(step)) {
                return null;
            }
        }
        return builder.edits();
    }
}
