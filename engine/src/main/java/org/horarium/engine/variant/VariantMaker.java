package org.horarium.engine.variant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.solve.StopSignal;
import org.horarium.engine.verify.Verifier;
import org.jspecify.annotations.Nullable;

/** Makes one variant under its weights, at a distance from others, with the part of the budget that has just begun. */
final class VariantMaker {
    private static final double PUSH_SHARE = 0.35;
    private static final int ATTEMPTS = 3;
    private static final int DEARER = 6;
    private static final int HIGHEST_PRICE = 10_000;

    /** So many times the average cost of an event is what moving it costs where that is to be avoided. */
    private static final int CHANGE_FACTOR = 20;

    /** So many more events may move than must, to leave the search a choice. */
    private static final double MARGIN = 1.2;

    private final Variant variant;
    private final Problem profile;
    private final Distance distance;
    private final Budget budget;
    private final StopSignal stop;
    private String fault = "there was no time to try";

    /** @param profile the problem under the weights of the variant */
    VariantMaker(Variant variant, Problem profile, Distance distance, Budget budget, StopSignal stop) {
        this.variant = variant;
        this.profile = profile;
        this.distance = distance;
        this.budget = budget;
        this.stop = stop;
    }

    /** Why nothing was made, after a null. */
    String fault() {
        return fault;
    }

    /** Goes on from a plan until it is far from all others; null if that was not reached. */
    @Nullable
    Solution awayFrom(Plan start, long seed) {
        int price = price(start);
        for (int attempt = 0; attempt < ATTEMPTS && canTry(); attempt++) {
            Problem priced = Apart.priced(profile, distance.plans(), null, price);
            Solution made = pushedAndPolished(priced, profile, start, seed(seed, attempt));
            if (made != null) {
                return made;
            }
            price = Math.min(HIGHEST_PRICE, DEARER * price);
        }
        return null;
    }

    /**
     * Goes on from a plan that is good at what the variant is for, and moves little more of it than the distance asks for;
     * null if that was not reached.
     */
    @Nullable
    Solution besides(Plan start, long seed) {
        int price = price(start);
        for (int attempt = 0; attempt < ATTEMPTS && canTry(); attempt++) {
            Set<String> toMove = movable(seed(seed, attempt));
            Problem priced = Apart.priced(profile, List.of(start), toMove, price);
            Solution made = pushedAndPolished(priced, profile, start, seed(seed, attempt));
            if (made != null) {
                return made;
            }
            price = Math.min(HIGHEST_PRICE, DEARER * price);
        }
        return null;
    }

    /** Moves just as many events of a plan as the distance asks for; null if that was not reached. */
    @Nullable
    Solution changedFrom(Plan start, long seed) {
        int price = CHANGE_FACTOR * price(start);
        for (int attempt = 0; attempt < ATTEMPTS && canTry(); attempt++) {
            Set<String> toMove = movable(seed(seed, attempt));
            Problem close = Apart.close(profile, start, toMove, price);
            Problem priced = Apart.priced(close, List.of(start), toMove, price);
            Solution made = pushedAndPolished(priced, close, start, seed(seed, attempt));
            if (made != null) {
                return made;
            }
        }
        return null;
    }

    /** Stays as close to a plan as can be; null if that is too close to others. */
    @Nullable
    Solution closeTo(Plan published, long seed) {
        if (!canTry()) {
            return null;
        }
        Problem close = Apart.close(profile, published, Set.of(), CHANGE_FACTOR * price(published));
        return accepted(budget.solve(variant, close, published, 1, seed(seed, 0)));
    }

    /** Improves a plan that is far from all others, and keeps it there. */
    @Nullable
    Solution improved(Plan plan, long seed) {
        Problem locked = Apart.locked(profile, plan, distance.plans(), distance.needed());
        return accepted(budget.solve(variant, locked, plan, 1, seed(seed, 0)));
    }

    private boolean canTry() {
        return budget.hasTimeToTry() && !stop.requested();
    }

    private long seed(long seed, int attempt) {
        return seed + 31L * (attempt + 1) + 1_009L * (variant.ordinal() + 1);
    }

    /** Half of what an event costs on average. */
    private int price(Plan plan) {
        long total = Verifier.verify(profile, plan).score().total();
        int events = Math.max(1, profile.events().size());
        return (int) Math.max(1, Math.min(HIGHEST_PRICE, total / (2L * events)));
    }

    private @Nullable Solution pushedAndPolished(Problem push, Problem polish, Plan start, long seed) {
        Solution pushed = accepted(budget.solve(variant, push, start, PUSH_SHARE, seed));
        if (pushed == null) {
            return null;
        }
        Problem locked = Apart.locked(polish, pushed.plan(), distance.plans(), distance.needed());
        Solution polished = accepted(budget.solve(variant, locked, pushed.plan(), 1, seed + 1));
        return polished == null ? pushed : polished;
    }

    private @Nullable Solution accepted(Solution solution) {
        fault = distance.fault(solution);
        return fault.isEmpty() ? solution : null;
    }

    /**
     * Some more events than must move, among those that could: all events of some groups, so that few people notice and
     * their days can be made anew as a whole.
     */
    private Set<String> movable(long seed) {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        for (Event event : profile.events()) {
            if (event.times().size() > 1 || event.rooms().size() > 1) {
                String part = event.groups().isEmpty() ? "" : event.groups().get(0);
                parts.computeIfAbsent(part, key -> new ArrayList<>()).add(event.id());
            }
        }
        List<List<String>> order = new ArrayList<>(parts.values());
        Collections.shuffle(order, new Random(seed));
        return order.stream()
                .flatMap(List::stream)
                .limit((long) Math.ceil(MARGIN * distance.needed()))
                .collect(Collectors.toSet());
    }
}
