package org.horarium.engine.cluster;

import java.util.ArrayList;
import java.util.List;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.ConstraintTables;
import org.horarium.engine.compile.IntList;
import org.horarium.engine.compile.PairTable;
import org.horarium.engine.compile.RuleTable;
import org.horarium.engine.compile.SetTable;
import org.horarium.engine.compile.StaffTable;

/**
 * The graph of events: whatever k events share (a group, a person, a student, a scarce room, a rule) ties each two of them
 * with {@code weight ÷ (k − 1)}, so that one thing ties an event with its weight in total, however many share it.
 */
public final class EventGraph {
    private static final double GROUP = 1;
    private static final double PERSON = 1;
    private static final double STUDENT = 0.1;
    private static final double HARD_RULE = 1;
    private static final double SOFT_RULE = 0.5;
    private static final double SCARCE_ROOM = 0.5;
    private static final double EQUIPMENT = 0.25;

    /** A room is scarce for an event that can be in no more rooms than this. */
    private static final int FEW_ROOMS = 3;

    private final CompiledProblem compiled;
    private final List<int[]> shared = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    private EventGraph(CompiledProblem compiled) {
        this.compiled = compiled;
    }

    /**
     * The graph of a problem with some people and students in their places.
     *
     * @param compiled the problem
     * @param candidate candidate by seat of the staff, or −1
     * @param chain classes by demand and subpart, or −1
     */
    public static WeightedGraph of(CompiledProblem compiled, int[] candidate, int[] chain) {
        EventGraph graph = new EventGraph(compiled);
        graph.groups();
        graph.people(candidate);
        graph.students(chain);
        graph.rooms();
        graph.sets();
        return graph.build();
    }

    private void add(IntList events, double weight) {
        if (events.size() > 1) {
            shared.add(events.toArray());
            weights.add(weight / (events.size() - 1));
        }
    }

    private static IntList[] lists(int count) {
        IntList[] lists = new IntList[count];
        for (int i = 0; i < count; i++) {
            lists[i] = new IntList();
        }
        return lists;
    }

    private void groups() {
        IntList[] groups = lists(compiled.problem.groups().size());
        for (int e = 0; e < compiled.events.count(); e++) {
            for (int group : compiled.events.groups()[e]) {
                groups[group].add(e);
            }
        }
        for (IntList group : groups) {
            add(group, GROUP);
        }
    }

    private void people(int[] candidate) {
        StaffTable staff = compiled.staff;
        IntList[] people = lists(compiled.problem.people().size());
        for (int seat = 0; seat < staff.seats(); seat++) {
            if (candidate[seat] >= 0) {
                int decision = staff.decisionOf()[seat];
                for (int event : staff.eventsOf()[decision]) {
                    people[staff.candidates()[decision][candidate[seat]]].add(event);
                }
            }
        }
        for (IntList person : people) {
            add(person, PERSON);
        }
    }

    private void students(int[] chain) {
        int width = compiled.students.width;
        for (int[] demands : compiled.students.demandsOf) {
            IntList classes = new IntList();
            for (int demand : demands) {
                for (int k = demand * width; k < (demand + 1) * width; k++) {
                    if (chain[k] >= 0) {
                        classes.add(chain[k]);
                    }
                }
            }
            add(classes, STUDENT);
        }
    }

    private void rooms() {
        IntList[] rooms = lists(compiled.rooms.count);
        for (int e = 0; e < compiled.events.count(); e++) {
            int[] options = compiled.events.rooms()[e];
            if (options.length <= FEW_ROOMS) {
                for (int room : options) {
                    rooms[room].add(e);
                }
            }
        }
        for (IntList room : rooms) {
            add(room, SCARCE_ROOM);
        }
    }

    private void sets() {
        ConstraintTables tables = compiled.constraints;
        for (SetTable table : new SetTable[] {
            tables.workingDays, tables.maxDays, tables.dayLoads, tables.breaks, tables.blocks, tables.stability
        }) {
            for (int i = 0; i < table.count; i++) {
                addRule(table.events[i], compiled.rules.hard[table.rule[i]] ? HARD_RULE : SOFT_RULE);
            }
        }
        for (int[] events : tables.cumulatives.events) {
            addRule(events, EQUIPMENT);
        }
    }

    private void addRule(int[] events, double weight) {
        if (events.length > 1) {
            shared.add(events);
            weights.add(weight / (events.length - 1));
        }
    }

    private WeightedGraph build() {
        IntList[] ofEvent = lists(compiled.events.count());
        for (int i = 0; i < shared.size(); i++) {
            for (int event : shared.get(i)) {
                ofEvent[event].add(i);
            }
        }
        int[] pairsOfRule = pairsOfRule();
        GraphBuilder builder = new GraphBuilder(ofEvent.length);
        for (int e = 0; e < ofEvent.length; e++) {
            for (int i = 0; i < ofEvent[e].size(); i++) {
                int thing = ofEvent[e].get(i);
                for (int other : shared.get(thing)) {
                    if (other != e) {
                        builder.tie(other, weights.get(thing));
                    }
                }
            }
            tiePairs(e, pairsOfRule, builder);
            builder.endNode(0);
        }
        return builder.build();
    }

    /** Entries that each pair rule has in the table: k (k − 1) for a rule over k events. */
    private int[] pairsOfRule() {
        int[] entries = new int[compiled.rules.count];
        for (int rule : compiled.constraints.pairs.rule) {
            entries[rule]++;
        }
        return entries;
    }

    private void tiePairs(int event, int[] pairsOfRule, GraphBuilder builder) {
        PairTable pairs = compiled.constraints.pairs;
        RuleTable rules = compiled.rules;
        for (int i = pairs.at[event]; i < pairs.at[event + 1]; i++) {
            for (int k = pairs.ruleAt[i]; k < pairs.ruleAt[i + 1]; k++) {
                int rule = pairs.rule[k];
                double others = (Math.sqrt(1 + 4.0 * pairsOfRule[rule]) - 1) / 2; // events of the rule but one
                builder.tie(pairs.other[i], (rules.hard[rule] ? HARD_RULE : SOFT_RULE) / others);
            }
        }
    }
}
