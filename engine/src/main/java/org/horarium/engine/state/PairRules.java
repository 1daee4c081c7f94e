package org.horarium.engine.state;

import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.PairTable;
import org.horarium.engine.compile.Patterns;

/** Rules over pairs of events. An event without a place breaks none of them. */
final class PairRules {
    private final PairTable table;
    private final Patterns patterns;
    private final int[] travel;
    private final int roomCount;
    private final Ledger ledger;
    private final int[] pattern; // the state's
    private final int[] room; // the state's

    PairRules(CompiledProblem compiled, int[] pattern, int[] room, Ledger ledger) {
        this.table = compiled.constraints.pairs;
        this.patterns = compiled.patterns;
        this.travel = compiled.rooms.travel;
        this.roomCount = compiled.rooms.count;
        this.ledger = ledger;
        this.pattern = pattern;
        this.room = room;
    }

    /** Counts the pairs of an event, with a sign: +1 after it was placed, −1 before it goes. */
    void count(int event, int sign) {
        int p = pattern[event];
        int r = room[event];
        count(table.at[event], table.hardNear[event], true, p, r, sign);
        count(table.hardNear[event], table.hardEnd[event], false, p, r, sign);
        count(table.hardEnd[event], table.softNear[event], true, p, r, sign);
        count(table.softNear[event], table.at[event + 1], false, p, r, sign);
    }

    private void count(int from, int to, boolean near, int p, int r, int sign) {
        for (int i = from; i < to; i++) {
            int other = table.other[i];
            if (near && !patterns.near(p, pattern[other])) {
                continue;
            }
            int units = units(i, p, r, pattern[other], room[other]);
            if (units != 0) {
                for (int k = table.ruleAt[i]; k < table.ruleAt[i + 1]; k++) {
                    ledger.add(table.rule[k], (long) sign * units);
                }
            }
        }
    }

    /**
     * Proposes that an event goes from one time and room to another. With {@code strict} it stops, with a false result, at
     * the first hard rule that would be broken.
     */
    boolean propose(int event, int from, int fromRoom, int to, int toRoom, boolean strict) {
        if (strict) {
            if (breaksHard(event, to, toRoom)) {
                return false;
            }
        } else {
            proposeHard(event, from, fromRoom, to, toRoom);
        }
        for (int i = table.hardEnd[event]; i < table.softNear[event]; i++) {
            int q = pattern[table.other[i]];
            if (patterns.near(from, q) || patterns.near(to, q)) {
                int s = room[table.other[i]];
                int change = units(i, to, toRoom, q, s) - units(i, from, fromRoom, q, s);
                ledger.proposeCost(change * table.penalty[i]);
            }
        }
        for (int i = table.softNear[event]; i < table.at[event + 1]; i++) {
            int q = pattern[table.other[i]];
            int s = room[table.other[i]];
            int change = units(i, to, toRoom, q, s) - units(i, from, fromRoom, q, s);
            ledger.proposeCost(change * table.penalty[i]);
        }
        return true;
    }

    private boolean breaksHard(int event, int to, int toRoom) {
        for (int i = table.at[event]; i < table.hardNear[event]; i++) {
            int other = table.other[i];
            if (patterns.near(to, pattern[other]) && units(i, to, toRoom, pattern[other], room[other]) != 0) {
                return true;
            }
        }
        for (int i = table.hardNear[event]; i < table.hardEnd[event]; i++) {
            int other = table.other[i];
            if (units(i, to, toRoom, pattern[other], room[other]) != 0) {
                return true;
            }
        }
        return false;
    }

    private void proposeHard(int event, int from, int fromRoom, int to, int toRoom) {
        int nearEnd = table.hardNear[event];
        for (int i = table.at[event]; i < table.hardEnd[event]; i++) {
            int q = pattern[table.other[i]];
            if (i < nearEnd && !patterns.near(from, q) && !patterns.near(to, q)) {
                continue;
            }
            int s = room[table.other[i]];
            int change = units(i, to, toRoom, q, s) - units(i, from, fromRoom, q, s);
            if (change != 0) {
                for (int k = table.ruleAt[i]; k < table.ruleAt[i + 1]; k++) {
                    ledger.propose(table.rule[k], change);
                }
            }
        }
    }

    /** What the soft pairs of an event cost now. */
    long softCost(int event) {
        long cost = 0;
        for (int i = table.hardEnd[event]; i < table.at[event + 1]; i++) {
            int other = table.other[i];
            if (i >= table.softNear[event] || patterns.near(pattern[event], pattern[other])) {
                cost += units(i, pattern[event], room[event], pattern[other], room[other]) * table.penalty[i];
            }
        }
        return cost;
    }

    /** Whether some rule binds an event to one that carries a stamp. */
    boolean binds(int event, int[] stampOf, int stamp) {
        for (int i = table.at[event]; i < table.at[event + 1]; i++) {
            if (stampOf[table.other[i]] == stamp) {
                return true;
            }
        }
        return false;
    }

    /** Number of broken hard pairs of an event. */
    int violations(int event) {
        int count = 0;
        for (int i = table.at[event]; i < table.hardEnd[event]; i++) {
            int other = table.other[i];
            if (units(i, pattern[event], room[event], pattern[other], room[other]) > 0) {
                count++;
            }
        }
        return count;
    }

    /** Whether an entry of the pair table would be broken with its event at another time and room. */
    boolean wouldBreak(int entry, int to, int toRoom) {
        int other = table.other[entry];
        return units(entry, to, toRoom, pattern[other], room[other]) > 0;
    }

    private int units(int i, int p, int r, int q, int s) {
        if (p == patterns.none || q == patterns.none) {
            return 0;
        }
        boolean kept;
        switch (table.type[i]) {
            case PairTable.SAME_START:
                kept = patterns.start[p] == patterns.start[q];
                break;
            case PairTable.SAME_TIME:
                kept = (patterns.start[p] <= patterns.start[q] && patterns.end[q] <= patterns.end[p])
                        || (patterns.start[q] <= patterns.start[p] && patterns.end[p] <= patterns.end[q]);
                break;
            case PairTable.DIFFERENT_TIME:
                kept = patterns.end[p] <= patterns.start[q] || patterns.end[q] <= patterns.start[p];
                break;
            case PairTable.SAME_DAYS: {
                int both = patterns.days[p] & patterns.days[q];
                kept = both == patterns.days[p] || both == patterns.days[q];
                break;
            }
            case PairTable.DIFFERENT_DAYS:
                kept = (patterns.days[p] & patterns.days[q]) == 0;
                break;
            case PairTable.SAME_WEEKS: {
                long both = patterns.weeks[p] & patterns.weeks[q];
                kept = both == patterns.weeks[p] || both == patterns.weeks[q];
                break;
            }
            case PairTable.DIFFERENT_WEEKS:
                kept = (patterns.weeks[p] & patterns.weeks[q]) == 0;
                break;
            case PairTable.OVERLAP:
                kept = patterns.overlap(p, q);
                break;
            case PairTable.NOT_OVERLAP:
                kept = !patterns.overlap(p, q);
                break;
            case PairTable.SAME_ROOM:
                kept = r == s || r < 0 || s < 0;
                break;
            case PairTable.DIFFERENT_ROOM:
                kept = r != s || r < 0;
                break;
            case PairTable.SAME_ATTENDEES:
                kept = !sharesDay(p, q) || apart(p, q, r < 0 || s < 0 ? 0 : travel[r * roomCount + s]);
                break;
            case PairTable.BEFORE:
                kept = before(p, q);
                break;
            case PairTable.AFTER:
                kept = before(q, p);
                break;
            case PairTable.WORK_DAY:
                kept = !sharesDay(p, q)
                        || Math.max(patterns.end[p], patterns.end[q]) - Math.min(patterns.start[p], patterns.start[q])
                                <= table.param[i];
                break;
            case PairTable.MIN_GAP:
                kept = !sharesDay(p, q) || apart(p, q, table.param[i]);
                break;
            case PairTable.EARLIER_THAT_DAY:
                kept = !sharesDay(p, q) || patterns.end[p] <= patterns.start[q];
                break;
            case PairTable.LATER_THAT_DAY:
                kept = !sharesDay(p, q) || patterns.end[q] <= patterns.start[p];
                break;
            case PairTable.MAX_DAYS:
                kept = (patterns.weeks[p] & patterns.weeks[q]) == 0
                        || Math.abs(patterns.firstDay[p] - patterns.firstDay[q]) <= table.param[i];
                break;
            case PairTable.MAX_GAP:
                kept = !sharesDay(p, q)
                        || Math.max(patterns.start[p], patterns.start[q]) - Math.min(patterns.end[p], patterns.end[q])
                                <= table.param[i];
                break;
            case PairTable.SAME_ROOM_IF_CONSECUTIVE:
                kept = r == s
                        || r < 0
                        || s < 0
                        || !sharesDay(p, q)
                        || patterns.end[p] != patterns.start[q] && patterns.end[q] != patterns.start[p];
                break;
            case PairTable.MIN_DAYS:
                return (patterns.weeks[p] & patterns.weeks[q]) == 0
                        ? 0
                        : Math.max(0, table.param[i] - Math.abs(patterns.firstDay[p] - patterns.firstDay[q]));
            default:
                throw new IllegalStateException("no rule of a pair: " + table.type[i]);
        }
        return kept ? 0 : 1;
    }

    private boolean sharesDay(int p, int q) {
        return (patterns.days[p] & patterns.days[q]) != 0 && (patterns.weeks[p] & patterns.weeks[q]) != 0;
    }

    private boolean apart(int p, int q, int slots) {
        return patterns.end[p] + slots <= patterns.start[q] || patterns.end[q] + slots <= patterns.start[p];
    }

    private boolean before(int p, int q) {
        if (patterns.firstWeek[p] != patterns.firstWeek[q]) {
            return patterns.firstWeek[p] < patterns.firstWeek[q];
        }
        return patterns.firstDay[p] != patterns.firstDay[q]
                ? patterns.firstDay[p] < patterns.firstDay[q]
                : patterns.end[p] <= patterns.start[q];
    }
}
