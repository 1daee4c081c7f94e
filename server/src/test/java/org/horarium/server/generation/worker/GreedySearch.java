package org.horarium.server.generation.worker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.RoomOption;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.StaffNeed;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.solve.SolverEvent;
import org.horarium.engine.solve.StopSignal;
import org.horarium.engine.variant.Kpis;
import org.horarium.engine.variant.Variant;
import org.horarium.engine.variant.VariantListener;
import org.horarium.engine.variant.VariantOptions;
import org.horarium.engine.variant.VariantSet;
import org.horarium.engine.verify.HardRule;
import org.horarium.engine.verify.Verdict;
import org.horarium.engine.verify.Verifier;
import org.jspecify.annotations.Nullable;

/**
 * A search that a test holds in its hand: it places what it can, tells of it, and then waits until the test lets it go or
 * somebody asks it to stop. Variants that earlier attempts have made are kept; of the others each is made of the same plan,
 * one for each time the test lets it go.
 */
final class GreedySearch implements VariantSearch {
    private final int most;
    private final CountDownLatch searching = new CountDownLatch(1);
    private final Semaphore steps = new Semaphore(0);

    /** @param most how many events it places at most */
    GreedySearch(int most) {
        this.most = most;
    }

    /** Waits until the search has told of its plan. */
    void awaitSearch() throws InterruptedException {
        searching.await();
    }

    /** Ends the search, with all variants that are wanted. */
    void letGo() {
        letGo(1000);
    }

    /** Lets it make some variants. */
    void letGo(int variants) {
        steps.release(variants);
    }

    @Override
    public VariantSet make(Problem problem, VariantOptions options, VariantListener listener, StopSignal stop) {
        List<VariantSet.Made> made = new ArrayList<>();
        List<VariantSet.Missing> missing = new ArrayList<>();
        options.made().forEach((variant, plan) -> made.add(made(problem, variant, plan)));
        for (Variant variant : options.wanted()) {
            if (options.made().containsKey(variant)) {
                continue;
            }
            Plan plan = search(problem, variant, listener);
            boolean stopped = await(stop);
            if (stopped && variant != Variant.BALANCED) {
                missing.add(new VariantSet.Missing(variant, "The test has stopped it."));
            } else {
                VariantSet.Made ready = made(problem, variant, plan);
                made.add(ready);
                listener.made(ready);
            }
        }
        return new VariantSet(made, missing);
    }

    private Plan search(Problem problem, Variant variant, VariantListener listener) {
        listener.progress(variant, new SolverEvent.PhaseStarted(Duration.ZERO, SolverEvent.Phase.CONSTRUCTING), 0);
        Map<String, Placement> placed = new LinkedHashMap<>();
        List<Event> hardestFirst = problem.events().stream()
                .sorted(Comparator.comparingInt(event -> event.times().size()))
                .toList();
        for (Event event : hardestFirst) {
            Placement placement = placed.size() == most ? null : place(problem, event, placed);
            if (placement != null) {
                placed.put(event.id(), placement);
            }
        }
        Plan plan = plan(placed);
        Verdict verdict = Verifier.verify(problem, plan);
        listener.progress(variant, new SolverEvent.Improved(Duration.ofMillis(100), plan, verdict.score()), 0.25);
        listener.progress(
                variant,
                new SolverEvent.Progress(Duration.ofMillis(200), SolverEvent.Phase.IMPROVING, verdict.score(), 42, 0.5),
                0.5);
        searching.countDown();
        return plan;
    }

    /** Waits until it may go on; returns whether it was stopped instead. */
    private boolean await(StopSignal stop) {
        try {
            while (!stop.requested()) {
                if (steps.tryAcquire(20, TimeUnit.MILLISECONDS)) {
                    return false;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private static VariantSet.Made made(Problem problem, Variant variant, Plan plan) {
        Set<String> placed = plan.placements().stream().map(Placement::event).collect(Collectors.toSet());
        List<Solution.Unplaced> unplaced = problem.events().stream()
                .map(Event::id)
                .filter(id -> !placed.contains(id))
                .map(id -> new Solution.Unplaced(id, "No place was left for " + id + "."))
                .toList();
        Solution solution =
                new Solution(plan, Verifier.verify(problem, plan), unplaced, Duration.ofMillis(300), null, 42);
        return new VariantSet.Made(variant, solution, Kpis.of(problem, plan, null));
    }

    private static Plan plan(Map<String, Placement> placed) {
        return new Plan(List.copyOf(placed.values()), Map.of());
    }

    private static @Nullable Placement place(Problem problem, Event event, Map<String, Placement> placed) {
        for (TimeOption time : event.times()) {
            List<@Nullable RoomOption> rooms = new ArrayList<>(event.rooms());
            if (!event.needsRoom()) {
                rooms.add(null);
            }
            for (RoomOption room : rooms) {
                for (List<StaffAssignment> staff : staffings(event.staff(), List.of())) {
                    Placement candidate =
                            new Placement(event.id(), time.pattern(), room == null ? null : room.room(), staff);
                    Map<String, Placement> trial = new LinkedHashMap<>(placed);
                    trial.put(event.id(), candidate);
                    if (clean(problem, plan(trial))) {
                        return candidate;
                    }
                }
            }
        }
        return null;
    }

    /** All ways to fill the needs. */
    private static List<List<StaffAssignment>> staffings(List<StaffNeed> needs, List<StaffAssignment> chosen) {
        if (needs.isEmpty()) {
            return List.of(chosen);
        }
        List<List<StaffAssignment>> all = new ArrayList<>();
        StaffNeed need = needs.get(0);
        need.candidates().forEach(person -> {
            List<StaffAssignment> next = new ArrayList<>(chosen);
            next.add(new StaffAssignment(need.role(), person.person()));
            all.addAll(staffings(needs.subList(1, needs.size()), next));
        });
        return all;
    }

    private static boolean clean(Problem problem, Plan plan) {
        Verdict verdict = Verifier.verify(problem, plan);
        return verdict.violations().stream().allMatch(v -> v.rule() == HardRule.PLACED);
    }
}
