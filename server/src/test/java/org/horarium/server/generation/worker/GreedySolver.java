package org.horarium.server.generation.worker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.RoomOption;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.StaffNeed;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.solve.Solver;
import org.horarium.engine.solve.SolverEvent;
import org.horarium.engine.solve.SolverOptions;
import org.horarium.engine.solve.StopSignal;
import org.horarium.engine.verify.HardRule;
import org.horarium.engine.verify.Verdict;
import org.horarium.engine.verify.Verifier;
import org.jspecify.annotations.Nullable;

/**
 * A solver whose search a test holds in its hand: it places what it can, tells of it, and then waits until the test lets it
 * go or somebody asks it to stop.
 */
final class GreedySolver implements Solver {
    private final int most;
    private final CountDownLatch searching = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    /** @param most how many events it places at most */
    GreedySolver(int most) {
        this.most = most;
    }

    /** Waits until the search has told of its plan. */
    void awaitSearch() throws InterruptedException {
        searching.await();
    }

    /** Ends the search. */
    void letGo() {
        end.countDown();
    }

    @Override
    public Solution solve(Problem problem, SolverOptions options, Consumer<SolverEvent> listener, StopSignal stop) {
        listener.accept(new SolverEvent.PhaseStarted(Duration.ZERO, SolverEvent.Phase.CONSTRUCTING));
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
        listener.accept(new SolverEvent.Improved(Duration.ofMillis(100), plan, verdict.score()));
        listener.accept(new SolverEvent.Progress(
                Duration.ofMillis(200), SolverEvent.Phase.IMPROVING, verdict.score(), 42, 0.5));
        searching.countDown();
        try {
            while (!stop.requested() && !end.await(20, TimeUnit.MILLISECONDS)) {
                Thread.onSpinWait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<Solution.Unplaced> unplaced = problem.events().stream()
                .map(Event::id)
                .filter(id -> !placed.containsKey(id))
                .map(id -> new Solution.Unplaced(id, "No place was left for " + id + "."))
                .toList();
        return new Solution(plan, verdict, unplaced, Duration.ofMillis(300), null, 42);
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
