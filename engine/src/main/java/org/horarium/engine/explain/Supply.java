package org.horarium.engine.explain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Hall's condition for demands with quantities: each demand takes its amount from the places (slots, rooms at slots,
 * people) it may use, each place has a capacity, and no demand takes more than its share of one place. Where the maximum
 * flow leaves a demand unserved, the minimum cut is a set of demands that need more than all of their places hold (P.
 * Hall, 1935; D. Gale, 1957).
 */
final class Supply {
    private static final int LARGEST_TO_SHRINK = 300;

    private final List<Demand> demands;
    private final List<Place> places;

    /**
     * What must be served.
     *
     * @param amount how much in all
     * @param share how much at most of one place
     * @param places numbers of the places it may use
     */
    record Demand(long amount, long share, BitSet places) {}

    /**
     * Demands that cannot all be served.
     *
     * @param demands their indices; with any of them left out the rest is not short any more, where there are not too many
     * @param needed sum of their amounts
     * @param available what their places give at most
     */
    record Shortage(List<Integer> demands, long needed, long available) {}

    /** Places that the same demands may use and that hold the same. */
    private record Place(BitSet users, long capacity, int count) {}

    private Supply(List<Demand> demands, IntToLongFunction capacity) {
        this.demands = demands;
        Map<Integer, BitSet> users = new HashMap<>();
        for (int d = 0; d < demands.size(); d++) {
            int demand = d;
            demands.get(d).places().stream()
                    .forEach(place ->
                            users.computeIfAbsent(place, key -> new BitSet()).set(demand));
        }
        record Kind(BitSet users, long capacity) {}
        Map<Kind, Integer> counts = new LinkedHashMap<>();
        users.forEach((place, set) -> counts.merge(new Kind(set, capacity.applyAsLong(place)), 1, Integer::sum));
        places = new ArrayList<>();
        counts.forEach((kind, count) -> places.add(new Place(kind.users, kind.capacity, count)));
    }

    /**
     * Looks for demands that cannot all be served.
     *
     * @param demands what must be served
     * @param capacity what a place holds, by its number
     * @return null when everything can be served
     */
    static @Nullable Shortage shortage(List<Demand> demands, IntToLongFunction capacity) {
        Map<BitSet, List<Integer>> alike = new LinkedHashMap<>();
        for (int d = 0; d < demands.size(); d++) {
            alike.computeIfAbsent(demands.get(d).places(), places -> new ArrayList<>())
                    .add(d);
        }
        List<Demand> merged = new ArrayList<>();
        List<List<Integer>> members = new ArrayList<>(alike.values());
        alike.forEach((places, same) -> merged.add(new Demand(
                same.stream().mapToLong(d -> demands.get(d).amount()).sum(),
                same.stream().mapToLong(d -> demands.get(d).share()).sum(),
                places)));
        BitSet cut = new Supply(merged, capacity).cut();
        if (cut.isEmpty()) {
            return null;
        }
        List<Integer> lacking = cut.stream()
                .boxed()
                .flatMap(m -> members.get(m).stream())
                .sorted()
                .toList();
        return new Supply(lacking.stream().map(demands::get).toList(), capacity).shrink(lacking);
    }

    /** Demands on the source's side of a minimum cut; empty when the flow serves everything. */
    private BitSet cut() {
        int source = demands.size() + places.size();
        MaxFlow flow = new MaxFlow(source + 2);
        long total = 0;
        for (int d = 0; d < demands.size(); d++) {
            flow.edge(source, d, demands.get(d).amount());
            total += demands.get(d).amount();
        }
        for (int p = 0; p < places.size(); p++) {
            Place place = places.get(p);
            int node = demands.size() + p;
            flow.edge(node, source + 1, place.capacity * place.count);
            place.users.stream().forEach(d -> flow.edge(d, node, demands.get(d).share() * place.count));
        }
        if (flow.run(source, source + 1) == total) {
            return new BitSet();
        }
        BitSet side = flow.sourceSide();
        side.clear(demands.size(), side.size());
        return side;
    }

    private Shortage shrink(List<Integer> names) {
        BitSet kept = new BitSet();
        kept.set(0, demands.size());
        if (demands.size() <= LARGEST_TO_SHRINK) {
            for (int d = 0; d < demands.size(); d++) {
                kept.clear(d);
                if (needed(kept) <= available(kept)) {
                    kept.set(d);
                }
            }
        }
        return new Shortage(kept.stream().mapToObj(names::get).toList(), needed(kept), available(kept));
    }

    private long needed(BitSet some) {
        return some.stream().mapToLong(d -> demands.get(d).amount()).sum();
    }

    private long available(BitSet some) {
        long sum = 0;
        for (Place place : places) {
            BitSet users = (BitSet) place.users.clone();
            users.and(some);
            long share = users.stream().mapToLong(d -> demands.get(d).share()).sum();
            sum += Math.min(place.capacity, share) * place.count;
        }
        return sum;
    }
}
