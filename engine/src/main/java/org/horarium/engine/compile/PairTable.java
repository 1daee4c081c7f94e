package org.horarium.engine.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.horarium.engine.model.DistributionRule;
import org.jspecify.annotations.Nullable;

/**
 * Rules over pairs of events, listed at both events. Rules that ask the same of the same two events share an entry (public
 * instances have thirty of them for one pair). Entries of event e are {@code at[e]..at[e + 1]}, in four runs that end at
 * {@link #hardNear}, {@link #hardEnd}, {@link #softNear} and {@code at[e + 1]}: hard or not, and before that whether only
 * two times that are {@link Patterns#near near} each other can break it.
 */
public final class PairTable {
    /** See {@link DistributionRule.SameStart}. */
    public static final byte SAME_START = 0;

    /** See {@link DistributionRule.SameTime}. */
    public static final byte SAME_TIME = 1;

    /** See {@link DistributionRule.DifferentTime}. */
    public static final byte DIFFERENT_TIME = 2;

    /** See {@link DistributionRule.SameDays}. */
    public static final byte SAME_DAYS = 3;

    /** See {@link DistributionRule.DifferentDays}. */
    public static final byte DIFFERENT_DAYS = 4;

    /** See {@link DistributionRule.SameWeeks}. */
    public static final byte SAME_WEEKS = 5;

    /** See {@link DistributionRule.DifferentWeeks}. */
    public static final byte DIFFERENT_WEEKS = 6;

    /** See {@link DistributionRule.Overlap}. */
    public static final byte OVERLAP = 7;

    /** See {@link DistributionRule.NotOverlap}. */
    public static final byte NOT_OVERLAP = 8;

    /** See {@link DistributionRule.SameRoom}. */
    public static final byte SAME_ROOM = 9;

    /** See {@link DistributionRule.DifferentRoom}. */
    public static final byte DIFFERENT_ROOM = 10;

    /** See {@link DistributionRule.SameAttendees}. */
    public static final byte SAME_ATTENDEES = 11;

    /** {@link DistributionRule.Precedence}, seen from the earlier listed event. */
    public static final byte BEFORE = 12;

    /** {@link DistributionRule.Precedence}, seen from the later listed event. */
    public static final byte AFTER = 13;

    /** See {@link DistributionRule.WorkDay}. */
    public static final byte WORK_DAY = 14;

    /** See {@link DistributionRule.MinGap}. */
    public static final byte MIN_GAP = 15;

    /** See {@link org.horarium.engine.model.MinDaysBetween}. */
    public static final byte MIN_DAYS = 16;

    /** {@link DistributionRule.OrderedIfSameDay}, seen from the earlier listed event. */
    public static final byte EARLIER_THAT_DAY = 17;

    /** {@link DistributionRule.OrderedIfSameDay}, seen from the later listed event. */
    public static final byte LATER_THAT_DAY = 18;

    /** See {@link DistributionRule.MaxDaysBetween}. */
    public static final byte MAX_DAYS = 19;

    /** See {@link DistributionRule.MaxGap}. */
    public static final byte MAX_GAP = 20;

    /** See {@link DistributionRule.SameRoomIfConsecutive}. */
    public static final byte SAME_ROOM_IF_CONSECUTIVE = 21;

    /** First entry of an event. */
    public final int[] at;

    /** End of the entries of an event with a hard rule that only near times break. */
    public final int[] hardNear;

    /** End of the entries of an event with a hard rule. */
    public final int[] hardEnd;

    /** End of the entries of an event with soft rules alone that only near times break. */
    public final int[] softNear;

    /** The other event. */
    public final int[] other;

    /** Kind, one of the constants. */
    public final byte[] type;

    /** Parameter of the kind. */
    public final int[] param;

    /** Rules of entry i are {@code rule[ruleAt[i]..ruleAt[i + 1]]}. */
    public final int[] ruleAt;

    /** Rule numbers, see {@link RuleTable}. */
    public final int[] rule;

    /** Cost of a unit under all soft rules of the entry. */
    public final long[] penalty;

    private PairTable(List<Map<Entry, IntList>> byEvent, RuleTable rules) {
        int events = byEvent.size();
        at = new int[events + 1];
        hardNear = new int[events];
        hardEnd = new int[events];
        softNear = new int[events];
        int total = byEvent.stream().mapToInt(Map::size).sum();
        other = new int[total];
        type = new byte[total];
        param = new int[total];
        ruleAt = new int[total + 1];
        penalty = new long[total];
        IntList all = new IntList();
        int i = 0;
        for (int e = 0; e < events; e++) {
            at[e] = i;
            int[] ends = new int[4];
            for (int run = 0; run < 4; run++) {
                for (Map.Entry<Entry, IntList> entry : byEvent.get(e).entrySet()) {
                    if (runOf(entry.getKey(), entry.getValue(), rules) == run) {
                        fill(i++, entry.getKey(), entry.getValue(), all, rules);
                    }
                }
                ends[run] = i;
            }
            hardNear[e] = ends[0];
            hardEnd[e] = ends[1];
            softNear[e] = ends[2];
        }
        at[events] = i;
        ruleAt[total] = all.size();
        rule = all.toArray();
    }

    private static int runOf(Entry entry, IntList numbers, RuleTable rules) {
        boolean hard = false;
        for (int k = 0; k < numbers.size(); k++) {
            hard |= rules.hard[numbers.get(k)];
        }
        return (hard ? 0 : 2) + (isNear(entry.type) ? 0 : 1);
    }

    private static boolean isNear(byte type) {
        return type == SAME_ATTENDEES || type == NOT_OVERLAP;
    }

    private void fill(int i, Entry entry, IntList numbers, IntList all, RuleTable rules) {
        other[i] = entry.other;
        type[i] = entry.type;
        param[i] = entry.param;
        ruleAt[i] = all.size();
        for (int k = 0; k < numbers.size(); k++) {
            all.add(numbers.get(k));
            penalty[i] += rules.hard[numbers.get(k)] ? 0 : rules.penalty[numbers.get(k)];
        }
    }

    /** Whether an entry is one of a rule. */
    public boolean has(int entry, int ruleNumber) {
        for (int k = ruleAt[entry]; k < ruleAt[entry + 1]; k++) {
            if (rule[k] == ruleNumber) {
                return true;
            }
        }
        return false;
    }

    /** Whether two events at exactly the same time break a rule of a kind. */
    public static boolean forbidsSameTime(byte type) {
        return switch (type) {
            case DIFFERENT_TIME,
                    DIFFERENT_DAYS,
                    DIFFERENT_WEEKS,
                    NOT_OVERLAP,
                    SAME_ATTENDEES,
                    BEFORE,
                    AFTER,
                    MIN_GAP,
                    MIN_DAYS,
                    EARLIER_THAT_DAY,
                    LATER_THAT_DAY -> true;
            default -> false;
        };
    }

    private record Entry(int other, byte type, int param) {}

    /** Collects rules. */
    static final class Builder {
        private final List<Map<Entry, IntList>> byEvent = new ArrayList<>();

        Builder(int events) {
            for (int e = 0; e < events; e++) {
                byEvent.add(new LinkedHashMap<>());
            }
        }

        /** Adds a rule for all pairs of the events, in their order. */
        void add(int rule, byte type, int param, int[] events) {
            for (int i = 0; i < events.length; i++) {
                for (int j = i + 1; j < events.length; j++) {
                    add(events[i], new Entry(events[j], type, param), rule);
                    add(events[j], new Entry(events[i], reversed(type), param), rule);
                }
            }
        }

        private void add(int event, Entry entry, int rule) {
            byEvent.get(event).computeIfAbsent(entry, unknown -> new IntList()).add(rule);
        }

        /** The same rule, seen from the other event. */
        private static byte reversed(byte type) {
            return switch (type) {
                case BEFORE -> AFTER;
                case EARLIER_THAT_DAY -> LATER_THAT_DAY;
                default -> type;
            };
        }

        PairTable build(RuleTable rules) {
            return new PairTable(byEvent, rules);
        }
    }

    /** The kind and parameter of a pairwise distribution rule; null for a rule over the whole set. */
    static @Nullable Kind kindOf(DistributionRule rule) {
        if (rule instanceof DistributionRule.SameStart) {
            return new Kind(SAME_START, 0);
        } else if (rule instanceof DistributionRule.SameTime) {
            return new Kind(SAME_TIME, 0);
        } else if (rule instanceof DistributionRule.DifferentTime) {
            return new Kind(DIFFERENT_TIME, 0);
        } else if (rule instanceof DistributionRule.SameDays) {
            return new Kind(SAME_DAYS, 0);
        } else if (rule instanceof DistributionRule.DifferentDays) {
            return new Kind(DIFFERENT_DAYS, 0);
        } else if (rule instanceof DistributionRule.SameWeeks) {
            return new Kind(SAME_WEEKS, 0);
        } else if (rule instanceof DistributionRule.DifferentWeeks) {
            return new Kind(DIFFERENT_WEEKS, 0);
        } else if (rule instanceof DistributionRule.Overlap) {
            return new Kind(OVERLAP, 0);
        } else if (rule instanceof DistributionRule.NotOverlap) {
            return new Kind(NOT_OVERLAP, 0);
        } else if (rule instanceof DistributionRule.SameRoom) {
            return new Kind(SAME_ROOM, 0);
        } else if (rule instanceof DistributionRule.DifferentRoom) {
            return new Kind(DIFFERENT_ROOM, 0);
        } else if (rule instanceof DistributionRule.SameAttendees) {
            return new Kind(SAME_ATTENDEES, 0);
        } else if (rule instanceof DistributionRule.Precedence) {
            return new Kind(BEFORE, 0);
        } else if (rule instanceof DistributionRule.WorkDay workDay) {
            return new Kind(WORK_DAY, workDay.slots());
        } else if (rule instanceof DistributionRule.MinGap minGap) {
            return new Kind(MIN_GAP, minGap.slots());
        } else if (rule instanceof DistributionRule.OrderedIfSameDay) {
            return new Kind(EARLIER_THAT_DAY, 0);
        } else if (rule instanceof DistributionRule.MaxDaysBetween maxDays) {
            return new Kind(MAX_DAYS, maxDays.days());
        } else if (rule instanceof DistributionRule.MaxGap maxGap) {
            return new Kind(MAX_GAP, maxGap.slots());
        } else if (rule instanceof DistributionRule.SameRoomIfConsecutive) {
            return new Kind(SAME_ROOM_IF_CONSECUTIVE, 0);
        }
        return null;
    }

    /** Kind and parameter. */
    record Kind(byte type, int param) {}
}
