package org.horarium.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.horarium.engine.explain.ExplainListener;
import org.horarium.engine.explain.ExplainOptions;
import org.horarium.engine.explain.Explainer;
import org.horarium.engine.explain.Explanation;
import org.horarium.engine.explain.Preflight;
import org.horarium.engine.explain.Relaxation;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.solve.Effort;
import org.horarium.engine.solve.Pipeline;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.solve.Solver;
import org.horarium.engine.solve.SolverEvent;
import org.horarium.engine.solve.SolverOptions;
import org.horarium.engine.solve.Stage;
import org.horarium.engine.solve.StopSignal;
import org.horarium.engine.variant.Repair;
import org.horarium.engine.variant.Variant;
import org.horarium.engine.variant.VariantListener;
import org.horarium.engine.variant.VariantOptions;
import org.horarium.engine.variant.VariantSet;
import org.horarium.engine.variant.Variants;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Personnel;
import org.horarium.formats.college.WeeklyTime;
import org.horarium.formats.college.problem.CollegeProblem;
import org.horarium.formats.demo.DemoCollege;
import org.horarium.formats.file.ProblemFormats;

/** What the documentation promises of variants, cancelling, repair, proofs and explanations, a row each. */
final class ReachSuite {
    /** Name on the command line. */
    static final String NAME = "reach";

    private static final Duration EXPLAINING = Duration.ofSeconds(30);
    private static final Duration REPAIRING = Duration.ofSeconds(5);
    private static final List<Integer> STOPS_MS = List.of(200, 1_000, 2_500, 5_000, 8_000, 12_000);
    private static final Duration STOPPED = Duration.ofSeconds(20);

    private final Limits limits;
    private final Table table = new Table("what", "measured");

    ReachSuite(Limits limits) {
        this.limits = limits;
    }

    /**
     * Runs and tells.
     *
     * @param command how to make the table again
     */
    String markdown(String command) throws IOException {
        variants();
        cancelling();
        absence();
        proof();
        preflight();
        impossible();
        return "`%s`%n%n%s, %s.%n%n%s".formatted(command, Machine.describe(), LocalDate.now(), table);
    }

    private void row(String what, String measured) {
        System.err.printf("%s: %s%n", what, measured);
        table.add(what, measured);
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static String words(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private SolverOptions options(Duration time) {
        return new SolverOptions(time, limits.threads(), limits.seed(), Effort.WHOLE_LIMIT);
    }

    private void variants() {
        Instance department = DemoSuite.department();
        long begin = System.nanoTime();
        VariantSet set = Variants.make(
                department.problem(),
                VariantOptions.all(options(limits.time()), null),
                VariantListener.SILENT,
                new StopSignal());
        double elapsed = seconds(begin);
        String best = set.plans().stream()
                .filter(made -> set.plans().stream()
                        .anyMatch(other -> other != made
                                && !(made.variant() == Variant.LEAST_CHANGE && other.variant() == Variant.BALANCED)
                                && other.kpis().own(made.variant())
                                        < made.kpis().own(made.variant())))
                .map(made -> made.variant().label())
                .collect(Collectors.joining(", "));
        row(
                words("demo department, %d variants, %d threads", set.plans().size(), limits.threads()),
                words(
                        "first feasible plan after %s s, all after %.1f s; nearest pair: %s; beaten at its own figure: %s",
                        Table.seconds(set.plans().get(0).solution().timeToFeasible()),
                        elapsed,
                        VariantSuite.nearest(department, set.plans()),
                        best.isEmpty() ? "none" : best));
    }

    /** Stops a search with all stages, and the making of variants, at several moments. */
    private void cancelling() {
        Problem college = problem(DemoCollege.Size.COLLEGE);
        Pipeline all = Pipeline.of(EnumSet.allOf(Stage.class));
        double search = 0;
        double variants = 0;
        for (int after : STOPS_MS) {
            search = Math.max(
                    search,
                    stopped(
                            after,
                            stop -> Solver.standard()
                                    .solve(college, options(STOPPED).with(all), event -> {}, stop)));
            variants = Math.max(
                    variants,
                    stopped(
                            after,
                            stop -> Variants.make(
                                    college,
                                    VariantOptions.all(options(STOPPED), null),
                                    VariantListener.SILENT,
                                    stop)));
        }
        row(
                words("cancel, at %d moments each", STOPS_MS.size()),
                words("search with all stages: at most %.2f s; variants: at most %.2f s", search, variants));
    }

    /** Something that can be stopped. */
    private interface Stoppable {
        Object run(StopSignal stop);
    }

    private static double stopped(int afterMs, Stoppable work) {
        StopSignal stop = new StopSignal();
        AtomicLong asked = new AtomicLong();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try {
            clock.schedule(
                    () -> {
                        asked.set(System.nanoTime());
                        stop.request();
                    },
                    afterMs,
                    TimeUnit.MILLISECONDS);
            work.run(stop);
            long begin = asked.get();
            return begin == 0 ? 0 : seconds(begin); // 0 where it ended by itself
        } finally {
            clock.shutdownNow();
        }
    }

    private void absence() {
        College college = DemoCollege.of(DemoCollege.Size.COLLEGE);
        Plan before = Solver.standard()
                .solve(CollegeProblem.of(college).problem(), options(STOPPED), event -> {}, new StopSignal())
                .plan();
        List<String> moved = new ArrayList<>();
        double most = 0;
        for (DayOfWeek day : college.term().days()) {
            Problem without = CollegeProblem.of(without(college, before, day)).problem();
            long begin = System.nanoTime();
            Repair.Result repaired = Repair.closeTo(without, before, options(REPAIRING), event -> {}, new StopSignal());
            most = Math.max(most, seconds(begin));
            moved.add(repaired.change().moved().size()
                    + (repaired.solution().verdict().feasible() ? "" : " (incomplete)"));
        }
        row(
                "one lecturer absent for a day, college demo, for each day of the week",
                words("moved %s events; at most %.1f s", String.join(", ", moved), most));
    }

    /** The college without somebody who has the usual number of events on a day. */
    private static College without(College college, Plan plan, DayOfWeek day) {
        int index = college.term().days().indexOf(day);
        Map<String, Long> loads = plan.placements().stream()
                .filter(placement -> (placement.time().days() >> index & 1) != 0)
                .flatMap(placement -> placement.staff().stream())
                .collect(Collectors.groupingBy(StaffAssignment::person, Collectors.counting()));
        List<String> people = loads.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        String absent = people.get(people.size() / 2);
        WeeklyTime away = new WeeklyTime(day, LocalTime.of(0, 0), LocalTime.of(23, 59));
        return new College(
                college.name(),
                college.term(),
                college.departments(),
                college.buildings(),
                college.equipment(),
                college.rooms(),
                college.batches(),
                college.students(),
                college.personnel().stream()
                        .map(person -> person.id().equals(absent) ? away(person, away) : person)
                        .toList(),
                college.courses(),
                college.preferences(),
                college.pins(),
                college.objective());
    }

    private static Personnel away(Personnel person, WeeklyTime time) {
        return new Personnel(
                person.id(),
                person.name(),
                person.email(),
                person.department(),
                person.roles(),
                person.maxSlotsPerWeek(),
                person.maxSlotsPerDay(),
                person.maxDaysPerWeek(),
                Stream.concat(person.unavailable().stream(), Stream.of(time)).toList());
    }

    private void proof() {
        AtomicLong bound = new AtomicLong(-1);
        long begin = System.nanoTime();
        Solution solution = Solver.standard()
                .solve(
                        problem(DemoCollege.Size.SMALL),
                        options(EXPLAINING),
                        event -> {
                            if (event instanceof SolverEvent.StageFinished stage && stage.bound() != null) {
                                bound.set(stage.bound());
                            }
                        },
                        new StopSignal());
        row(
                "small demo",
                words(
                        "cost %d, bound %d, after %.1f s",
                        solution.verdict().score().total(), bound.get(), seconds(begin)));
    }

    private void preflight() {
        Problem university = problem(DemoCollege.Size.UNIVERSITY);
        long begin = System.nanoTime();
        int found = Preflight.check(university).size();
        row(
                words(
                        "pre-flight, university demo, %d events",
                        university.events().size()),
                words("%.1f s, %d findings", seconds(begin), found));
    }

    private void impossible() throws IOException {
        Path folder = Path.of(System.getProperty("horarium.home", "."), "examples", "impossible");
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.sorted().toList();
        }
        int solved = 0;
        double longest = 0;
        double counting = 0;
        for (Path file : files) {
            Problem problem = ProblemFormats.read(Files.readAllBytes(file)).problem();
            long begin = System.nanoTime();
            Preflight.check(problem);
            counting = Math.max(counting, seconds(begin));
            Explanation explanation =
                    Explainer.explain(problem, ExplainOptions.of(EXPLAINING), ExplainListener.SILENT, new StopSignal());
            longest = Math.max(longest, seconds(begin));
            List<Relaxation> relaxations = explanation.relaxations();
            solved += !relaxations.isEmpty() && relaxations.get(0).check() == Relaxation.Check.SOLVED ? 1 : 0;
        }
        row(
                words("%d impossible inputs", files.size()),
                words(
                        "counting at most %.1f s, all with suggestions at most %.1f s; first suggestion solved: %d",
                        counting, longest, solved));
    }

    private static Problem problem(DemoCollege.Size size) {
        return CollegeProblem.of(DemoCollege.of(size)).problem();
    }
}
