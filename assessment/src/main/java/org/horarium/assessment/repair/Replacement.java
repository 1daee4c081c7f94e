package org.horarium.assessment.repair;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.horarium.assessment.model.AssessmentType;
import org.horarium.assessment.model.Plan;
import org.horarium.assessment.model.Session;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a repair: jobs that are kept stay where they were, the others are placed one after another, in the order
 * of the sequence, at their own time if they can, else as early as they can. Where one finds no place, what stands after
 * it is released too.
 */
final class Replacement {
    /** So few ranks that a mix still keeps much of the old order. */
    private static final int MIXED_RANKS = 4;

    private final RunningDay day;
    private final Map<String, String> leaders;
    private final Set<Integer> released;
    private final boolean early;
    private final Random random;

    private final Map<String, BitSet> busy = new HashMap<>();
    private final Map<Integer, Integer> startOf = new HashMap<>();
    private final Map<String, Session> placed = new LinkedHashMap<>();
    private final Map<String, String> activityRoom = new HashMap<>();

    /**
     * @param leaders leader of each group from now on
     * @param released jobs that may move; grows
     * @param early true to place released jobs as early as possible, false to prefer their old time
     */
    Replacement(RunningDay day, Map<String, String> leaders, Set<Integer> released, boolean early, Random random) {
        this.day = day;
        this.leaders = leaders;
        this.released = new HashSet<>(released);
        this.early = early;
        this.random = random;
    }

    /** The repaired plan; null when no place was found for something. */
    @Nullable
    Plan run() {
        for (int attempt = 0; attempt <= day.jobs.size() + 1; attempt++) {
            Job failed = attempt();
            if (failed == null) {
                List<Session> all = new ArrayList<>(day.fixed);
                all.addAll(placed.values());
                return new Plan(all);
            }
            if (!release(failed)) {
                return null;
            }
        }
        return null;
    }

    /** Releases the failed job with all that comes after for its people; then everything. False when all was tried. */
    private boolean release(Job failed) {
        Set<String> people = failed.participants();
        boolean more = released.add(failed.id());
        for (Job j : day.jobs) {
            if (j.order() >= failed.order() && j.participants().stream().anyMatch(people::contains)) {
                more |= released.add(j.id());
            }
        }
        if (!more) {
            for (Job j : day.jobs) {
                more |= released.add(j.id());
            }
        }
        return more;
    }

    private @Nullable Job attempt() {
        busy.clear();
        startOf.clear();
        placed.clear();
        activityRoom.clear();
        day.blocked.forEach((k, v) -> busy.put(k, (BitSet) v.clone()));
        List<Job> kept = new ArrayList<>();
        List<Job> moving = new ArrayList<>();
        day.jobs.forEach(j -> (released.contains(j.id()) ? moving : kept).add(j));
        for (Job j : kept) {
            if (!inOrder(j, j.start()) || !place(j, j.start())) {
                return j;
            }
        }
        arrange(moving);
        for (Job j : moving) {
            if (!settle(j)) {
                return j;
            }
        }
        return null;
    }

    /** By place in the sequence, then by the old start; every other early attempt mixes those of the first place. */
    private void arrange(List<Job> moving) {
        boolean shuffled = early && random.nextBoolean();
        // Drawn once for each job: a comparison that draws anew contradicts itself, and the sort refuses it.
        Map<Integer, Integer> rank = new HashMap<>();
        moving.forEach(j -> rank.put(j.id(), shuffled && j.order() == 1 ? random.nextInt(MIXED_RANKS) : j.start()));
        moving.sort(Comparator.comparingInt(Job::order).thenComparing(j -> rank.get(j.id())));
    }

    private boolean settle(Job j) {
        if (!early && inOrder(j, j.start()) && place(j, j.start())) {
            return true;
        }
        for (int t = day.earliest; t < day.time.length(); t++) {
            if (day.time.fits(t, j.units()) && inOrder(j, t) && place(j, t)) {
                return true;
            }
        }
        return false;
    }

    /** All placed sessions of a lower order end before, and of a higher order start after. */
    private boolean inOrder(Job j, int start) {
        Set<String> people = j.participants();
        for (Job other : day.jobs) {
            Integer at = startOf.get(other.id());
            if (at == null
                    || other.order() == j.order()
                    || other.participants().stream().noneMatch(people::contains)) {
                continue;
            }
            if (other.order() < j.order() ? at + other.units() > start : start + j.units() > at) {
                return false;
            }
        }
        return true;
    }

    private boolean place(Job j, int start) {
        if (start < day.earliest || !day.time.fits(start, j.units())) {
            return false;
        }
        for (String p : j.participants()) {
            if (!free("P:" + p, start, j.units())) {
                return false;
            }
        }
        List<Session> made = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Session s : j.sessions()) {
            List<String> assessors = assessors(s, start, j.units());
            String room = s.room() == null ? null : room(s, start, j.units(), taken);
            if (assessors.isEmpty() || s.room() != null && room == null) {
                return false;
            }
            if (room != null) {
                taken.add(room);
            }
            made.add(new Session(
                    s.assessment(),
                    s.group(),
                    s.participants(),
                    assessors,
                    room,
                    day.time.at(start),
                    day.time.endAt(start + j.units())));
        }
        made.forEach(s -> put(s, start, j.units()));
        startOf.put(j.id(), start);
        return true;
    }

    private void put(Session s, int start, int units) {
        int from = Math.max(0, start - day.buffer);
        int to = start + units + day.buffer;
        s.participants().forEach(p -> occupy("P:" + p, from, to));
        s.assessors().forEach(a -> occupy("A:" + a, from, to));
        if (s.room() != null) {
            occupy("R:" + s.room(), from, to);
            if (day.type(s.assessment()) == AssessmentType.GROUP_ACTIVITY) {
                activityRoom.put(s.assessment(), s.room());
            }
        }
        placed.put(s.key(), s);
    }

    private void occupy(String key, int from, int to) {
        busy.computeIfAbsent(key, k -> new BitSet()).set(from, to);
    }

    private boolean free(String key, int start, int units) {
        BitSet taken = busy.get(key);
        int next = taken == null ? -1 : taken.nextSetBit(start);
        return next < 0 || next >= start + units;
    }

    /** The leader; or those who were planned and are free; or one mapped assessor who is. */
    private List<String> assessors(Session s, int start, int units) {
        String group = day.groupOf(s);
        if (group != null) {
            String leader = leaders.get(group);
            return leader != null && free("A:" + leader, start, units) ? List.of(leader) : List.of();
        }
        List<String> still =
                s.assessors().stream().filter(a -> free("A:" + a, start, units)).toList();
        if (!still.isEmpty()) {
            return still;
        }
        List<String> others = day.centre.assessorsFor(s.assessment()).stream()
                .filter(a -> free("A:" + a, start, units) && !day.noGo(a, s.participants()))
                .toList();
        return others.isEmpty() ? List.of() : List.of(others.get(random.nextInt(others.size())));
    }

    private @Nullable String room(Session s, int start, int units, Set<String> taken) {
        boolean activity = day.type(s.assessment()) == AssessmentType.GROUP_ACTIVITY;
        String shared = activity ? activityRoom.get(s.assessment()) : null;
        Set<String> candidates = new LinkedHashSet<>();
        if (shared != null) {
            candidates.add(shared);
        } else {
            candidates.add(String.valueOf(s.room()));
            candidates.addAll(day.centre.roomsFor(s.assessment()));
        }
        for (String r : candidates) {
            if (!taken.contains(r) && !(activity && day.lost.contains(r)) && free("R:" + r, start, units)) {
                return r;
            }
        }
        return null;
    }
}
