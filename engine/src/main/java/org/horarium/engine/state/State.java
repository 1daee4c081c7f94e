package org.horarium.engine.state;

import java.util.Arrays;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.EventTable;
import org.horarium.engine.compile.IntList;
import org.horarium.engine.compile.Patterns;
import org.horarium.engine.compile.RuleTable;
import org.horarium.engine.compile.SetTable;
import org.horarium.engine.compile.StaffTable;
import org.horarium.engine.model.CostComponent;

/**
 * Who is where, and what it costs. An event has a time and (where it needs one) a room, by option number, or no place at
 * all; a seat of its staff has a candidate, by number, or is vacant.
 *
 * <p>{@link #evaluate} tells what a single event's move would cost without doing it; everything else is done and undone
 * with {@link #place}, {@link #unplace} and {@link #seat}. Not safe for several threads.
 */
public final class State {
    private static final int TIME = CostComponent.TIME.ordinal();
    private static final int ROOM = CostComponent.ROOM.ordinal();
    private static final int STAFF = CostComponent.STAFF.ordinal();

    private final CompiledProblem compiled;
    private final EventTable events;
    private final StaffTable staff;
    private final Patterns patterns;
    private final Ledger ledger;

    private final int[] time;
    private final int[] roomOption;
    private final int[] pattern;
    private final int[] room;
    private final int[] candidate; // by seat
    private final int[] person; // by seat

    private final Occupancy rooms;
    private final Occupancy people;
    private final Occupancy groups;
    private final Calendars groupCalendars;
    private final Calendars personCalendars;
    private final Routes groupRoutes;
    private final Routes personRoutes;
    private final boolean[] routed; // whether somebody at an event has a rule on changes of room or building
    private final PairRules pairs;
    private final DaySets workingDays;
    private final DaySets maxDays;
    private final DayLoads dayLoads;
    private final Blocks breaks;
    private final Blocks blocks;
    private final Cumulatives cumulatives;
    private final Selections selections;
    private final Variety stability;
    private final Variety sameStaff;
    private final Loads loads;
    private final Changes changes;
    private final Regrets regrets;
    private final Enrolments enrolments;
    private final int[] groupWork; // steps of work for the calendars of an event's groups
    private final boolean[] inSets; // whether an event is in a constraint over a set of events
    private final Roster roomRoster;
    private final BitRoster timeRoster;
    private final JointMove jointMove;
    private long work;

    /** A state in which nothing is placed and only pinned seats are filled. */
    public State(CompiledProblem compiled) {
        this.compiled = compiled;
        events = compiled.events;
        staff = compiled.staff;
        patterns = compiled.patterns;
        ledger = new Ledger(compiled.rules);
        int count = events.count();
        time = filled(count, -1);
        roomOption = filled(count, -1);
        pattern = filled(count, patterns.none);
        room = filled(count, -1);
        candidate = staff.pinned().clone();
        person = filled(staff.seats(), -1);
        for (int seat = 0; seat < candidate.length; seat++) {
            if (candidate[seat] >= 0) {
                person[seat] = staff.candidates()[staff.decisionOf()[seat]][candidate[seat]];
            }
        }
        int peopleCount = compiled.problem.people().size();
        int groupCount = compiled.problem.groups().size();
        rooms = new Occupancy(compiled, compiled.rooms.count, compiled.rooms.unavailable, RuleTable.ROOM, ledger);
        people = new Occupancy(compiled, peopleCount, compiled.personUnavailable, RuleTable.PERSON, ledger);
        groups = new Occupancy(compiled, groupCount, compiled.groupUnavailable, RuleTable.GROUP, ledger);
        groupCalendars = new Calendars(compiled, compiled.constraints.groupRules, groups, groupCount, ledger);
        personCalendars = new Calendars(compiled, compiled.constraints.personRules, people, peopleCount, ledger);
        groupRoutes = new Routes(compiled, compiled.constraints.groupRoutes, pattern, room, ledger);
        personRoutes = new Routes(compiled, compiled.constraints.personRoutes, pattern, room, ledger);
        routed = compiled.constraints.routed;
        pairs = new PairRules(compiled, pattern, room, ledger);
        workingDays = new DaySets(compiled, compiled.constraints.workingDays, true, ledger);
        maxDays = new DaySets(compiled, compiled.constraints.maxDays, false, ledger);
        dayLoads = new DayLoads(compiled, ledger);
        breaks = new Blocks(compiled, compiled.constraints.breaks, false, pattern, ledger);
        blocks = new Blocks(compiled, compiled.constraints.blocks, true, pattern, ledger);
        cumulatives = new Cumulatives(compiled, ledger);
        selections = new Selections(compiled, ledger);
        stability = new Variety(
                compiled.constraints.stability, compiled.rooms.count, compiled.constraints.stability.first, ledger);
        sameStaff =
                new Variety(compiled.constraints.sameStaff, peopleCount, compiled.constraints.sameStaff.first, ledger);
        loads = new Loads(compiled.constraints.loads, peopleCount, ledger);
        regrets = new Regrets(compiled.constraints.fairness, peopleCount, ledger);
        changes = new Changes(compiled.changes, ledger);
        enrolments = new Enrolments(compiled, pattern, room, ledger);
        inSets = new boolean[count];
        groupWork = new int[count];
        for (int e = 0; e < count; e++) {
            inSets[e] = compiled.constraints.isInSets(e);
            for (int group : events.groups()[e]) {
                groupWork[e] += groupCalendars.work(group);
            }
        }
        roomRoster = new Roster(compiled.rooms.count, count);
        timeRoster = new BitRoster(patterns.count, count);
        jointMove = new JointMove(compiled, this, stability, workingDays, maxDays, ledger);
        ledger.add(RuleTable.UNPLACED, count);
    }

    private static int[] filled(int size, int value) {
        int[] result = new int[size];
        Arrays.fill(result, value);
        return result;
    }

    // ---- what is

    /** The problem behind it. */
    public CompiledProblem compiled() {
        return compiled;
    }

    /** Costs and violations. */
    public Ledger ledger() {
        return ledger;
    }

    /** Whether an event has a place. */
    public boolean isPlaced(int event) {
        return time[event] >= 0;
    }

    /** Time option of an event, or −1. */
    public int time(int event) {
        return time[event];
    }

    /** Room option of an event, or −1. */
    public int roomOption(int event) {
        return roomOption[event];
    }

    /** Pattern of an event; {@link Patterns#none} without a place. */
    public int pattern(int event) {
        return pattern[event];
    }

    /** Room of an event, or −1. */
    public int room(int event) {
        return room[event];
    }

    /** Candidate in a seat, or −1. */
    public int candidate(int seat) {
        return candidate[seat];
    }

    /** Person in a seat, or −1. */
    public int person(int seat) {
        return person[seat];
    }

    /** Copies the whole assignment: by event, by event, by seat and by demand and subpart. */
    public void copyTo(int[] times, int[] roomOptions, int[] candidates, int[] chains) {
        System.arraycopy(time, 0, times, 0, time.length);
        System.arraycopy(roomOption, 0, roomOptions, 0, roomOption.length);
        System.arraycopy(candidate, 0, candidates, 0, candidate.length);
        enrolments.copyTo(chains);
    }

    /** Slots that a person carries, over all weeks. */
    public int loadOf(int person) {
        return loads.of(person);
    }

    /** Students and their classes. */
    public Enrolments enrolments() {
        return enrolments;
    }

    /** First of the events in a room, in no order, or −1; go on with {@link #nextInRoom}. */
    public int firstInRoom(int roomNumber) {
        return roomRoster.first(roomNumber);
    }

    /** The event after another in its room, or −1. */
    public int nextInRoom(int event) {
        return roomRoster.next(event);
    }

    /** 64 of the events at a pattern as bits: those with numbers from 64 × {@code word} on. */
    public long eventsAt(int at, int word) {
        return timeRoster.bits(at, word);
    }

    /** Whether a person is in a seat of an event. */
    public boolean gives(int event, int who) {
        for (int seat : staff.seatsOfEvent()[event]) {
            if (person[seat] == who) {
                return true;
            }
        }
        return false;
    }

    /**
     * Steps of work done so far by evaluating and moving; the same on every machine. A step is about ten nanoseconds of a
     * common core: what each kind of look and change counts was fitted to the time of searches on curriculum-based
     * problems, ITC-2019's and the demo colleges.
     */
    public long work() {
        return work;
    }

    /** Counts steps that a move made outside the state. */
    public void addWork(int steps) {
        work += steps;
    }

    // ---- what would be

    /** Change of the number of students' conflicts that the move last evaluated would make. */
    public long proposedConflicts() {
        return enrolments.proposed();
    }

    /**
     * Notes in the {@link #ledger()} what it would cost to put an event (placed or not) at a time and in a room.
     *
     * @param event the event
     * @param newTime its time option
     * @param newRoom its room option; −1 if it needs none
     * @param strict whether a move that breaks any hard rule may be given up early; only meaningful while no placed event
     *     breaks any
     * @return false if {@code strict} and the move would break a hard rule; then the ledger's proposal is void
     */
    public boolean evaluate(int event, int newTime, int newRoom, boolean strict) {
        if (strict && events.times()[event][newTime] != pattern[event] && !fits(event, newTime)) {
            return false;
        }
        return evaluateFitting(event, newTime, newRoom, strict);
    }

    /** Likewise, where {@code strict} means that {@link #fits} has been asked already, if the time is another. */
    public boolean evaluateFitting(int event, int newTime, int newRoom, boolean strict) {
        return evaluateFitting(event, newTime, newRoom, strict, Double.POSITIVE_INFINITY);
    }

    /**
     * Likewise, and given up too where it costs more than a limit: its students are the dearest to look at, and not all of
     * them have to be.
     *
     * @param most what it may cost, broken hard rules apart
     */
    public boolean evaluateFitting(int event, int newTime, int newRoom, boolean strict, double most) {
        ledger.begin();
        int from = pattern[event];
        int to = events.times()[event][newTime];
        int fromRoom = room[event];
        int toRoom = newRoom < 0 ? -1 : events.rooms()[event][newRoom];
        work += 6 + (patterns.cellAt[to + 1] - patterns.cellAt[to] >> 1);
        if (!proposeRoom(from, to, fromRoom, toRoom, strict)) {
            return false;
        }
        int[] eventGroups = events.groups()[event];
        int[] seats = staff.seatsOfEvent()[event];
        if (!strict && from != to) {
            proposeClashes(eventGroups, seats, from, to);
        }
        work += pairsOf(event) >> (strict ? 4 : 3);
        if (!pairs.propose(event, from, fromRoom, to, toRoom, strict)) {
            return false;
        }
        if (from != to) {
            proposeTimes(event, eventGroups, seats, from, to);
        }
        if (fromRoom != toRoom) {
            for (int c : compiled.constraints.stability.ofEvent[event]) {
                stability.propose(c, fromRoom, toRoom);
            }
        }
        if (routed[event]) {
            proposeRoutes(event, to, toRoom);
        }
        if (strict && ledger.proposedHard() > 0) {
            return false;
        }
        proposeOptions(event, newTime, newRoom);
        if (time[event] < 0) {
            proposeStaffing(event, seats);
        }
        boolean affordable = enrolments.propose(event, to, toRoom, most);
        work += enrolments.met() >> 4;
        return affordable;
    }

    /** {@link #evaluateTogether} found a broken hard rule. */
    public static final int REJECTED = -1;

    /** {@link #evaluateTogether} does not know; the move has to be tried out. */
    public static final int UNKNOWN = 0;

    /** {@link #evaluateTogether} noted the costs in the ledger. */
    public static final int PROPOSED = 1;

    /**
     * Notes in the {@link #ledger()} what it would cost if placed events moved at once, those at one pattern to a second and
     * those at the second to the first. Only meaningful while no hard rule is broken around them, and once it is known that
     * each of the new rooms is free, or left by one of the events that goes the other way.
     *
     * @param members the events
     * @param newTimes their new time options
     * @param newRooms their new room options; −1 for one that needs none
     * @return {@link #PROPOSED}, {@link #REJECTED} if a hard rule would be broken, or {@link #UNKNOWN}
     */
    public int evaluateTogether(IntList members, IntList newTimes, IntList newRooms) {
        work += 2L * members.size();
        return jointMove.evaluate(members, newTimes, newRooms);
    }

    /** Whether an event is bound to a stamped one by a rule over pairs or by students of both. */
    boolean meetsInRules(int event, int[] stampOf, int stamp) {
        return pairsOf(event) > 0 && pairs.binds(event, stampOf, stamp)
                || enrolments.neighbours(event) > 0 && enrolments.binds(event, stampOf, stamp);
    }

    /** Proposes what an event's move costs apart from groups, people and sets; false if it breaks a hard rule over pairs. */
    boolean proposeAlone(int event, int newTime, int newRoom) {
        int to = events.times()[event][newTime];
        int toRoom = newRoom < 0 ? -1 : events.rooms()[event][newRoom];
        work += pairsOf(event) + enrolments.neighbours(event) >> 4;
        if (!pairs.propose(event, pattern[event], room[event], to, toRoom, true)) {
            return false;
        }
        proposeOptions(event, newTime, newRoom);
        enrolments.propose(event, to, toRoom, Double.POSITIVE_INFINITY);
        return true;
    }

    void proposeGroup(int group, int from, int to) {
        work += 2L * groupCalendars.work(group);
        groupCalendars.propose(group, from, to);
    }

    void proposePerson(int who, int from, int to) {
        work += 2L * personCalendars.work(who);
        personCalendars.propose(who, from, to);
        int moreLoad = patterns.load[to] - patterns.load[from];
        if (moreLoad != 0) {
            loads.propose(who, moreLoad);
        }
    }

    /**
     * What the place of an event costs by itself and with each other placed event alone: its options, soft rules over pairs,
     * students who cannot attend both. Rules over days and sets are not in it.
     *
     * @param event an event without a place
     * @param newTime its time option
     * @param newRoom its room option; −1 if it needs none
     */
    public long costByPairs(int event, int newTime, int newRoom) {
        ledger.begin();
        int to = events.times()[event][newTime];
        int toRoom = newRoom < 0 ? -1 : events.rooms()[event][newRoom];
        work += 6 + (pairsOf(event) + enrolments.neighbours(event) >> 3);
        pairs.propose(event, patterns.none, -1, to, toRoom, false);
        proposeOptions(event, newTime, newRoom);
        enrolments.propose(event, to, toRoom, Double.POSITIVE_INFINITY);
        return ledger.proposedSoft();
    }

    private boolean proposeRoom(int from, int to, int fromRoom, int toRoom, boolean strict) {
        if (strict) {
            return toRoom < 0 || rooms.isFree(toRoom, to, fromRoom == toRoom ? from : patterns.none);
        }
        if (fromRoom == toRoom) {
            if (toRoom >= 0 && from != to) {
                rooms.propose(toRoom, from, to);
            }
            return true;
        }
        if (fromRoom >= 0) {
            rooms.propose(fromRoom, from, patterns.none);
        }
        if (toRoom >= 0) {
            rooms.propose(toRoom, patterns.none, to);
        }
        return true;
    }

    /**
     * Whether the groups and people of an event are free at a time, once it has left its own, whatever room it takes; false if
     * somebody is missing.
     */
    public boolean fits(int event, int newTime) {
        int from = pattern[event];
        int to = events.times()[event][newTime];
        for (int group : events.groups()[event]) {
            work += 2;
            if (!groups.isFree(group, to, from)) {
                return false;
            }
        }
        for (int seat : staff.seatsOfEvent()[event]) {
            work += 2;
            if (person[seat] < 0 || !people.isFree(person[seat], to, from)) {
                return false;
            }
        }
        return true;
    }

    private void proposeClashes(int[] eventGroups, int[] seats, int from, int to) {
        work += eventGroups.length + seats.length;
        for (int group : eventGroups) {
            groups.propose(group, from, to);
        }
        for (int seat : seats) {
            if (person[seat] >= 0) {
                people.propose(person[seat], from, to);
            }
        }
    }

    private void proposeTimes(int event, int[] eventGroups, int[] seats, int from, int to) {
        work += groupWork[event] >> 2;
        for (int group : eventGroups) {
            groupCalendars.propose(group, from, to);
        }
        int moreLoad = patterns.load[to] - patterns.load[from];
        for (int seat : seats) {
            if (person[seat] >= 0) {
                work += personCalendars.work(person[seat]) >> 2;
                personCalendars.propose(person[seat], from, to);
                if (moreLoad != 0) {
                    loads.propose(person[seat], moreLoad);
                }
            }
        }
        if (!inSets[event]) {
            return;
        }
        workingDays.propose(event, from, to);
        maxDays.propose(event, from, to);
        dayLoads.propose(event, from, to);
        breaks.propose(event, from, to);
        blocks.propose(event, from, to);
        cumulatives.propose(event, from, to);
        selections.propose(event, from, to);
    }

    private void proposeRoutes(int event, int to, int toRoom) {
        int[] eventGroups = events.groups()[event];
        int[] seats = staff.seatsOfEvent()[event];
        work += 4L * (eventGroups.length + seats.length);
        for (int group : eventGroups) {
            groupRoutes.propose(group, event, to, toRoom);
        }
        for (int i = 0; i < seats.length; i++) {
            int who = person[seats[i]];
            boolean fresh = who >= 0;
            for (int k = 0; k < i && fresh; k++) {
                fresh = person[seats[k]] != who;
            }
            if (fresh) {
                personRoutes.propose(who, event, to, toRoom);
            }
        }
    }

    private void proposeOptions(int event, int newTime, int newRoom) {
        long change = events.timeCosts()[event][newTime];
        if (time[event] >= 0) {
            change -= events.timeCosts()[event][time[event]];
        }
        if (newRoom >= 0) {
            change += events.roomCosts()[event][newRoom];
        }
        if (roomOption[event] >= 0) {
            change -= events.roomCosts()[event][roomOption[event]];
        }
        ledger.proposeCost(change);
        changes.propose(event, time[event], roomOption[event], newTime, newRoom);
    }

    /** What comes with an event that had no place: its staff starts to count. */
    private void proposeStaffing(int event, int[] seats) {
        ledger.propose(RuleTable.UNPLACED, -1);
        for (int seat : seats) {
            if (person[seat] < 0) {
                ledger.propose(RuleTable.VACANT, 1);
            }
        }
        int[] decisions = staff.decisionsOfEvent()[event];
        for (int i = 0; i < decisions.length; i++) {
            long[] costs = staff.costs()[decisions[i]][staff.positionInDecision()[event][i]];
            for (int seat : staff.seatsOf()[decisions[i]]) {
                if (candidate[seat] >= 0) {
                    ledger.proposeCost(costs[candidate[seat]]);
                    changes.proposeCandidate(decisions[i], staff.positionInDecision()[event][i], candidate[seat]);
                    regrets.propose(person[seat], costs[candidate[seat]]);
                }
            }
            for (int c : compiled.constraints.sameStaffOf[event][i]) {
                int fresh = 0;
                for (int seat : staff.seatsOf()[decisions[i]]) {
                    fresh += person[seat] >= 0 && sameStaff.isNew(c, person[seat]) ? 1 : 0;
                }
                sameStaff.proposeNew(c, fresh);
            }
        }
    }

    private long placing(int event, int at) {
        int cells = patterns.cellAt[at + 1] - patterns.cellAt[at];
        return 3 * (12L + cells + groupWork[event] + pairsOf(event)) / 4;
    }

    private int pairsOf(int event) {
        int[] at = compiled.constraints.pairs.at;
        return at[event + 1] - at[event];
    }

    /** What soft rules over pairs cost around a placed event. */
    public long softPairCost(int event) {
        work += pairsOf(event) >> 4;
        return pairs.softCost(event);
    }

    // ---- changes

    /** Puts an event that has no place at a time and in a room (−1 if it needs none). */
    public void place(int event, int newTime, int newRoom) {
        int to = events.times()[event][newTime];
        int toRoom = newRoom < 0 ? -1 : events.rooms()[event][newRoom];
        int[] seats = staff.seatsOfEvent()[event];
        work += placing(event, to);
        time[event] = newTime;
        roomOption[event] = newRoom;
        pattern[event] = to;
        room[event] = toRoom;
        timeRoster.join(to, event);
        ledger.add(RuleTable.UNPLACED, -1);
        ledger.addCost(TIME, events.timeCosts()[event][newTime]);
        changes.count(event, newTime, newRoom, 1);
        if (toRoom >= 0) {
            ledger.addCost(ROOM, events.roomCosts()[event][newRoom]);
            rooms.insert(toRoom, to);
            roomRoster.join(toRoom, event);
            for (int c : compiled.constraints.stability.ofEvent[event]) {
                stability.insert(c, toRoom);
            }
        }
        for (int group : events.groups()[event]) {
            groups.insert(group, to);
            groupCalendars.refresh(group, to);
            if (routed[event]) {
                groupRoutes.insert(group, event);
            }
        }
        countStaff(event, seats, 1);
        if (inSets[event]) {
            workingDays.insert(event, to);
            maxDays.insert(event, to);
            dayLoads.count(event, to, 1);
            breaks.refresh(event, to, to);
            blocks.refresh(event, to, to);
            cumulatives.count(event, to, 1);
            selections.insert(event, to);
        }
        pairs.count(event, 1);
        enrolments.count(event, 1);
        work += 2L * enrolments.neighbours(event);
    }

    /** Takes a placed event out. */
    public void unplace(int event) {
        int from = pattern[event];
        int[] seats = staff.seatsOfEvent()[event];
        work += placing(event, from);
        pairs.count(event, -1);
        enrolments.count(event, -1);
        work += 2L * enrolments.neighbours(event);
        ledger.add(RuleTable.UNPLACED, 1);
        ledger.addCost(TIME, -events.timeCosts()[event][time[event]]);
        changes.count(event, time[event], roomOption[event], -1);
        if (room[event] >= 0) {
            ledger.addCost(ROOM, -events.roomCosts()[event][roomOption[event]]);
            rooms.remove(room[event], from);
            roomRoster.leave(room[event], event);
            for (int c : compiled.constraints.stability.ofEvent[event]) {
                stability.remove(c, room[event]);
            }
        }
        for (int group : events.groups()[event]) {
            groups.remove(group, from);
            groupCalendars.refresh(group, from);
            if (routed[event]) {
                groupRoutes.remove(group, event);
            }
        }
        countStaff(event, seats, -1);
        if (inSets[event]) {
            workingDays.remove(event, from);
            maxDays.remove(event, from);
            dayLoads.count(event, from, -1);
            breaks.refresh(event, from, patterns.none);
            blocks.refresh(event, from, patterns.none);
            cumulatives.count(event, from, -1);
            selections.remove(event, from);
        }
        timeRoster.leave(from, event);
        time[event] = -1;
        roomOption[event] = -1;
        pattern[event] = patterns.none;
        room[event] = -1;
    }

    /** Puts an event, placed or not, at a time and in a room. */
    public void move(int event, int newTime, int newRoom) {
        if (time[event] >= 0) {
            unplace(event);
        }
        place(event, newTime, newRoom);
    }

    /** Puts a candidate (by number, −1 for nobody) into a seat. */
    public void seat(int seat, int newCandidate) {
        int decision = staff.decisionOf()[seat];
        for (int i = 0; i < staff.eventsOf()[decision].length; i++) {
            countSeat(decision, i, seat, -1);
        }
        candidate[seat] = newCandidate;
        person[seat] = newCandidate < 0 ? -1 : staff.candidates()[decision][newCandidate];
        for (int i = 0; i < staff.eventsOf()[decision].length; i++) {
            countSeat(decision, i, seat, 1);
        }
    }

    /** Gives a demand of a student other classes (−1 beyond the end of the chain). */
    public void enrol(int demand, int[] classes) {
        work += 10 + 3L * compiled.students.demandsOf[compiled.students.studentOf[demand]].length;
        enrolments.set(demand, classes);
    }

    private void countStaff(int event, int[] seats, int sign) {
        int[] decisions = staff.decisionsOfEvent()[event];
        for (int i = 0; i < decisions.length; i++) {
            for (int seat : staff.seatsOf()[decisions[i]]) {
                countSeat(decisions[i], staff.positionInDecision()[event][i], seat, sign);
            }
        }
    }

    /** Counts a seat for the event at a position of its decision, if that is placed. */
    private void countSeat(int decision, int position, int seat, int sign) {
        int event = staff.eventsOf()[decision][position];
        int at = pattern[event];
        if (at == patterns.none) {
            return;
        }
        int who = person[seat];
        if (who < 0) {
            ledger.add(RuleTable.VACANT, sign);
            return;
        }
        work += 20 + 10L * personCalendars.work(who);
        long cost = sign * staff.costs()[decision][position][candidate[seat]];
        ledger.addCost(STAFF, cost);
        changes.countCandidate(decision, position, candidate[seat], sign);
        regrets.add(who, cost);
        if (sign > 0) {
            people.insert(who, at);
        } else {
            people.remove(who, at);
        }
        personCalendars.refresh(who, at);
        if (routed[event]) {
            if (sign > 0) {
                personRoutes.insert(who, event);
            } else {
                personRoutes.remove(who, event);
            }
        }
        loads.add(who, sign * patterns.load[at]);
        if (compiled.constraints.sameStaff.count == 0) {
            return;
        }
        int[] decisions = staff.decisionsOfEvent()[event];
        for (int i = 0; i < decisions.length; i++) {
            if (decisions[i] == decision) {
                for (int c : compiled.constraints.sameStaffOf[event][i]) {
                    if (sign > 0) {
                        sameStaff.insert(c, who);
                    } else {
                        sameStaff.remove(c, who);
                    }
                }
            }
        }
    }

    // ---- questions that moves ask

    /** Whether a room is free at a pattern, once an event of it at {@code own} is gone (no pattern: nothing goes). */
    public boolean isRoomFree(int roomNumber, int at, int own) {
        return rooms.isFree(roomNumber, at, own);
    }

    /** Whether a person is free at a pattern, once an event at {@code own} is gone. */
    public boolean isPersonFree(int personNumber, int at, int own) {
        return people.isFree(personNumber, at, own);
    }

    /** Whether a group is free at a pattern, once an event at {@code own} is gone. */
    public boolean isGroupFree(int group, int at, int own) {
        return groups.isFree(group, at, own);
    }

    /** Whether an entry of the pair table would be broken with its event at another pattern and in another room. */
    public boolean wouldBreak(int entry, int at, int inRoom) {
        return pairs.wouldBreak(entry, at, inRoom);
    }

    /** Whether the event itself is in a clash, without a room or person that is available, or in a broken hard pair. */
    public boolean isViolated(int event) {
        int at = pattern[event];
        if (at == patterns.none) {
            return false;
        }
        if (room[event] >= 0 && rooms.violations(room[event], at) > 0) {
            return true;
        }
        for (int group : events.groups()[event]) {
            if (groups.violations(group, at) > 0) {
                return true;
            }
        }
        for (int seat : staff.seatsOfEvent()[event]) {
            if (person[seat] < 0 || people.violations(person[seat], at) > 0) {
                return true;
            }
        }
        return pairs.violations(event) > 0 || cumulatives.violations(event, at, compiled.rules.hard) > 0;
    }

    /** Whether people or groups of an event break a hard calendar rule on its days or in its weeks, or sets it is in do. */
    public boolean isStrained(int event) {
        int at = pattern[event];
        for (int group : events.groups()[event]) {
            if (groupCalendars.isBroken(group, at) || routed[event] && groupRoutes.isBroken(group, at)) {
                return true;
            }
        }
        for (int seat : staff.seatsOfEvent()[event]) {
            if (person[seat] >= 0
                    && (personCalendars.isBroken(person[seat], at)
                            || routed[event] && personRoutes.isBroken(person[seat], at))) {
                return true;
            }
        }
        return inSets[event] && isInBrokenSet(event);
    }

    private boolean isInBrokenSet(int event) {
        for (SetTable table : compiled.constraints.sets()) {
            for (int c : table.ofEvent[event]) {
                if (compiled.rules.hard[table.rule[c]] && ledger.units(table.rule[c]) > 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
