package org.horarium.engine.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.StaffTable;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Pin;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.search.PlanMaker;
import org.horarium.engine.search.StartPlan;
import org.horarium.engine.state.State;
import org.horarium.engine.text.Words;
import org.horarium.engine.verify.HardRule;
import org.horarium.engine.verify.Violation;

/**
 * A plan that somebody edits. It answers questions about it and never changes it: a move makes a new plan, and a new
 * editor. The plan may break rules; what it has at places that are none of an event's options (a planner may insist) stays
 * there and is in the way of others. Not safe for several threads at a time.
 */
public final class PlanEditor {
    private final Problem problem;
    private final Plan plan;
    private final CompiledProblem compiled;
    private final State state;
    private final Obstacles obstacles;
    private final Vacancies vacancies;
    private final PlanMaker maker;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Placement> placements = new HashMap<>();
    private final Map<String, Pin> pins = new HashMap<>();
    private final Set<String> odd;

    private PlanEditor(Problem problem, Plan plan, CompiledProblem compiled, Set<String> odd) {
        this.problem = problem;
        this.plan = plan;
        this.compiled = compiled;
        this.odd = odd;
        state = new State(compiled);
        StartPlan start = new StartPlan(state, plan);
        start.enrol();
        start.seat();
        start.place(false);
        obstacles = new Obstacles(state);
        vacancies = new Vacancies(state);
        maker = new PlanMaker(compiled);
        for (Event event : problem.events()) {
            numbers.put(event.id(), numbers.size());
        }
        plan.placements().forEach(placement -> placements.put(placement.event(), placement));
        problem.pins().forEach(pin -> pins.put(pin.event(), pin));
    }

    /**
     * Opens a plan.
     *
     * @param problem what it is a plan for
     * @param plan any plan for it
     */
    public static PlanEditor open(Problem problem, Plan plan) {
        CompiledProblem compiled = CompiledProblem.compileForEditing(problem);
        Map<String, Placement> odd = OddPlaces.of(compiled, plan);
        if (!odd.isEmpty()) {
            compiled = CompiledProblem.compileForEditing(OddPlaces.pinned(problem, odd));
        }
        return new PlanEditor(problem, plan, compiled, new HashSet<>(odd.keySet()));
    }

    /** The same for another plan of the same problem; faster than opening it anew. */
    public PlanEditor at(Plan other) {
        if (odd.isEmpty() && OddPlaces.of(compiled, other).isEmpty()) {
            return new PlanEditor(problem, other, compiled, odd);
        }
        return open(problem, other);
    }

    /** The problem that the plan is for. */
    public Problem problem() {
        return problem;
    }

    /** The plan. */
    public Plan plan() {
        return plan;
    }

    /**
     * Every time that an event could have, with the best room for it: its present room where that is free, else the
     * cheapest legal one, else the one that speaks least against it. Roles that nobody has are given to the candidate who
     * is free then and costs least.
     *
     * @param event id of the event
     * @return one choice for each of the event's candidate times, in their order
     * @throws IllegalArgumentException if there is no such event
     */
    public List<Choice> times(String event) {
        int number = number(event);
        if (odd.contains(event)) {
            return without(event).times(event);
        }
        Event record = problem.events().get(number);
        if (isPinned(event, true)) {
            return record.times().stream()
                    .map(option -> pinned(event, option.pattern()))
                    .toList();
        }
        int own = state.roomOption(number);
        List<Choice> choices = new ArrayList<>();
        try (Trial trial = new Trial(state, number)) {
            for (int time = 0; time < compiled.events.times()[number].length; time++) {
                int[] filled = vacancies.fill(number, compiled.events.times()[number][time]);
                state.place(number, time, roomAt(number, time, own));
                choices.add(choice(number, trial));
                state.unplace(number);
                vacancies.empty(filled);
            }
        }
        return choices;
    }

    /**
     * Every room that an event could have at a time.
     *
     * @param event id of the event
     * @param time one of its candidate times
     * @return one choice for each candidate room, in their order; empty if the event needs no room or the time is no
     *     candidate
     * @throws IllegalArgumentException if there is no such event
     */
    public List<Choice> rooms(String event, TimePattern time) {
        int number = number(event);
        if (odd.contains(event)) {
            return without(event).rooms(event, time);
        }
        int option = timeOption(number, time);
        List<Choice> choices = new ArrayList<>();
        if (option >= 0 && compiled.events.needsRoom()[number]) {
            int[] filled = vacancies.fill(number, compiled.events.times()[number][option]);
            try (Trial trial = new Trial(state, number)) {
                for (int room = 0; room < compiled.events.rooms()[number].length; room++) {
                    state.place(number, option, room);
                    choices.add(choice(number, trial));
                    state.unplace(number);
                }
            }
            vacancies.empty(filled);
        }
        return choices;
    }

    /**
     * Everybody who could take a role of a placed event. Where one person must give several events, all of them change
     * hands; the reasons are those of the event asked about.
     *
     * @param event id of the event
     * @param role name of the role
     * @param present id of the person to replace
     * @return one choice for each other candidate; empty if the event has no place or the person does not have that role
     * @throws IllegalArgumentException if there is no such event
     */
    public List<Choice> people(String event, String role, String present) {
        int number = number(event);
        List<Choice> choices = new ArrayList<>();
        if (!state.isPlaced(number) || odd.contains(event)) {
            return choices;
        }
        int seat = seat(number, role, present);
        if (seat < 0 || compiled.staff.pinned()[seat] >= 0) {
            return choices;
        }
        StaffTable staff = compiled.staff;
        int decision = staff.decisionOf()[seat];
        int own = state.candidate(seat);
        for (int candidate = 0; candidate < staff.free()[decision]; candidate++) {
            if (!holdsSeat(number, staff.candidates()[decision][candidate])) {
                choices.add(replaced(number, seat, own, candidate));
            }
        }
        return choices;
    }

    private Choice replaced(int number, int seat, int own, int candidate) {
        long[] costs = state.ledger().costs();
        state.seat(seat, candidate);
        CostChange change = CostChange.between(costs, state.ledger().costs());
        int time = state.time(number);
        int room = state.roomOption(number);
        List<Violation> reasons;
        try (Trial trial = new Trial(state, number)) {
            state.place(number, time, room);
            reasons = obstacles.of(number, trial.broken());
        }
        Choice choice = new Choice(maker.placement(number, state), reasons, change);
        state.seat(seat, own);
        return choice;
    }

    /**
     * Chains of moves that put an event where somebody wants it, or anywhere, without breaking a hard rule: it moves, and
     * the events in its way move out of it.
     *
     * @param event id of the event
     * @param wish a candidate time to move it to; null for any other than its present place
     * @param depth most moves in a chain, 1 to 3
     * @param most how many chains to return
     * @param stop asked often; once true, what was found so far is returned
     * @return the cheapest chains, cheapest first; empty if none was found or the event is pinned
     * @throws IllegalArgumentException if there is no such event, or a number is out of range
     */
    public List<Suggestion> suggest(
            String event,
            @org.jspecify.annotations.Nullable TimePattern wish,
            int depth,
            int most,
            BooleanSupplier stop) {
        int number = number(event);
        if (depth < 1 || depth > 3 || most < 1) {
            throw new IllegalArgumentException(
                    "The depth (%d) must be between 1 and 3, and most (%d) at least 1.".formatted(depth, most));
        }
        if (odd.contains(event)) {
            return without(event).suggest(event, wish, depth, most, stop);
        }
        int option = wish == null ? -1 : timeOption(number, wish);
        if (wish != null && option < 0) {
            return List.of();
        }
        int[] filled = vacancies.fill(
                number, option < 0 ? compiled.patterns.none : compiled.events.times()[number][option]);
        List<Suggestion> suggestions =
                new SuggestionSearch(state, maker, this::isImmovable, depth, most, stop).run(number, option);
        vacancies.empty(filled);
        return suggestions;
    }

    private boolean isImmovable(int event) {
        String id = compiled.event(event).id();
        return odd.contains(id) || isPinned(id, true) && isPinned(id, false);
    }

    private boolean isPinned(String event, boolean inTime) {
        Pin pin = pins.get(event);
        return pin != null && (inTime ? pin.time() != null : pin.room() != null);
    }

    private PlanEditor without(String event) {
        List<Placement> others = plan.placements().stream()
                .filter(placement -> !placement.event().equals(event))
                .toList();
        return open(problem, new Plan(others, plan.enrolments()));
    }

    private Choice pinned(String event, TimePattern time) {
        Placement now = placements.get(event);
        List<StaffAssignment> staff = now == null ? List.of() : now.staff();
        Placement there = new Placement(event, time, now == null ? null : now.room(), staff);
        Pin pin = pins.get(event);
        if (pin != null && time.equals(pin.time())) {
            return new Choice(there, List.of(), CostChange.NONE);
        }
        String name = Words.name(compiled.event(number(event)));
        return new Choice(
                there,
                List.of(new Violation(HardRule.PIN, List.of(event), event, 1, "%s is pinned.".formatted(name))),
                CostChange.NONE);
    }

    private Choice choice(int number, Trial trial) {
        return new Choice(maker.placement(number, state), obstacles.of(number, trial.broken()), trial.change());
    }

    /** For an event that is out of the state. */
    private int roomAt(int event, int time, int own) {
        if (!compiled.events.needsRoom()[event]) {
            return -1;
        }
        int pattern = compiled.events.times()[event][time];
        int[] rooms = compiled.events.rooms()[event];
        if (own >= 0 && state.isRoomFree(rooms[own], pattern, compiled.patterns.none)) {
            return own;
        }
        int best = own >= 0 ? own : 0;
        long bestHard = Long.MAX_VALUE;
        long bestSoft = Long.MAX_VALUE;
        for (int room = 0; room < rooms.length; room++) {
            state.evaluate(event, time, room, false);
            long hard = state.ledger().proposedHard();
            long soft = state.ledger().proposedSoft();
            if (hard < bestHard || (hard == bestHard && soft < bestSoft)) {
                bestHard = hard;
                bestSoft = soft;
                best = room;
            }
        }
        return best;
    }

    private int timeOption(int event, TimePattern time) {
        int[] times = compiled.events.times()[event];
        for (int option = 0; option < times.length; option++) {
            if (compiled.patterns.record(times[option]).equals(time)) {
                return option;
            }
        }
        return -1;
    }

    private int seat(int event, String role, String person) {
        StaffTable staff = compiled.staff;
        Event record = compiled.event(event);
        int[] decisions = staff.decisionsOfEvent()[event];
        for (int i = 0; i < decisions.length; i++) {
            if (record.staff().get(staff.needOfEvent()[event][i]).role().equals(role)) {
                for (int seat : staff.seatsOf()[decisions[i]]) {
                    if (state.person(seat) >= 0
                            && problem.people().get(state.person(seat)).id().equals(person)) {
                        return seat;
                    }
                }
            }
        }
        return -1;
    }

    private boolean holdsSeat(int event, int person) {
        for (int seat : compiled.staff.seatsOfEvent()[event]) {
            if (state.person(seat) == person) {
                return true;
            }
        }
        return false;
    }

    private int number(String event) {
        Integer number = numbers.get(event);
        if (number == null) {
            throw new IllegalArgumentException("There is no event %s in the problem.".formatted(event));
        }
        return number;
    }
}
