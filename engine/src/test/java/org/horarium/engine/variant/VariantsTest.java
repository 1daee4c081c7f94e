package org.horarium.engine.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Pin;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.solve.Effort;
import org.horarium.engine.solve.Pipeline;
import org.horarium.engine.solve.Solver;
import org.horarium.engine.solve.SolverEvent;
import org.horarium.engine.solve.SolverOptions;
import org.horarium.engine.solve.StopSignal;
import org.horarium.engine.testing.CollegeLike;
import org.horarium.engine.verify.Verifier;
import org.junit.jupiter.api.Test;

class VariantsTest {
    private static final Duration PLENTY = Duration.ofSeconds(120);
    private static final Problem COLLEGE = CollegeLike.of(1, 4);

    private static VariantSet make(Problem problem, VariantOptions options) {
        return Variants.make(problem, options, VariantListener.SILENT, new StopSignal());
    }

    private static SolverOptions work(long steps) {
        return new SolverOptions(PLENTY, 1, 1, Effort.ofWork(steps));
    }

    private static Kpis kpis(VariantSet set, Variant variant) {
        return set.plans().stream()
                .filter(made -> made.variant() == variant)
                .findFirst()
                .orElseThrow()
                .kpis();
    }

    @Test
    void fiveVariantsDifferAndEachIsTheBestAtWhatItIsFor() {
        VariantSet set = make(COLLEGE, VariantOptions.all(work(60_000_000), null));
        assertThat(set.missing()).isEmpty();
        assertThat(set.plans()).extracting(VariantSet.Made::variant).containsExactly(Variant.values());
        for (VariantSet.Made made : set.plans()) {
            assertThat(Verifier.verify(COLLEGE, made.solution().plan()).violations())
                    .isEmpty();
            assertThat(made.kpis().score())
                    .isEqualTo(Verifier.verify(COLLEGE, made.solution().plan()).score());
            for (VariantSet.Made other : set.plans()) {
                if (other != made) {
                    assertThat(Difference.between(
                                            COLLEGE,
                                            made.solution().plan(),
                                            other.solution().plan())
                                    .share())
                            .as("%s and %s", made.variant(), other.variant())
                            .isGreaterThanOrEqualTo(0.15);
                }
                boolean counts = made.variant() != Variant.LEAST_CHANGE || other.variant() != Variant.BALANCED;
                if (counts) {
                    assertThat(made.kpis().own(made.variant()))
                            .as("%s against %s", made.variant(), other.variant())
                            .isLessThanOrEqualTo(other.kpis().own(made.variant()));
                }
            }
        }
    }

    @Test
    void sameSeedSameVariants() {
        VariantOptions options = VariantOptions.all(work(3_000_000).with(Pipeline.ANNEALING), null);
        VariantSet once = make(CollegeLike.of(2, 2), options);
        VariantSet again = make(CollegeLike.of(2, 2), options);
        assertThat(again.plans())
                .extracting(made -> made.solution().plan())
                .isEqualTo(once.plans().stream()
                        .map(made -> made.solution().plan())
                        .toList());
    }

    @Test
    void leastChangeStaysCloseToWhatIsPublished() {
        Plan published = Solver.standard()
                .solve(COLLEGE, work(3_000_000), event -> {}, new StopSignal())
                .plan();
        VariantSet set =
                make(COLLEGE, new VariantOptions(work(6_000_000), List.of(Variant.LEAST_CHANGE), published, 0));
        assertThat(kpis(set, Variant.LEAST_CHANGE).score().feasible()).isTrue();
        assertThat(kpis(set, Variant.LEAST_CHANGE).moved())
                .isLessThan(COLLEGE.events().size() / 10);
        assertThat(kpis(set, Variant.BALANCED).moved())
                .isGreaterThan(COLLEGE.events().size() / 2);
    }

    @Test
    void whatAnEarlierRunHasMadeIsKept() {
        Problem college = CollegeLike.of(2, 2);
        List<Variant> some = List.of(Variant.PERSONNEL);
        VariantSet first = make(college, new VariantOptions(work(3_000_000), some, null, VariantOptions.APART));
        Map<Variant, Plan> made = first.plans().stream()
                .collect(Collectors.toMap(
                        VariantSet.Made::variant, one -> one.solution().plan()));
        assertThat(made).containsOnlyKeys(Variant.BALANCED, Variant.PERSONNEL);

        List<Variant> told = new ArrayList<>();
        VariantSet rest = Variants.make(
                college,
                new VariantOptions(
                                work(3_000_000),
                                List.of(Variant.PERSONNEL, Variant.ROOM_EFFICIENT),
                                null,
                                VariantOptions.APART)
                        .keeping(made),
                new VariantListener() {
                    @Override
                    public void progress(Variant variant, SolverEvent event, double progress) {}

                    @Override
                    public void made(VariantSet.Made one) {
                        told.add(one.variant());
                    }
                },
                new StopSignal());

        assertThat(rest.plans())
                .extracting(VariantSet.Made::variant)
                .containsExactly(Variant.BALANCED, Variant.PERSONNEL, Variant.ROOM_EFFICIENT);
        assertThat(rest.plans().get(1).solution().plan()).isEqualTo(made.get(Variant.PERSONNEL));
        assertThat(told).contains(Variant.ROOM_EFFICIENT).doesNotContain(Variant.PERSONNEL);
    }

    /** A plan that does not fit the problem is made again. */
    @Test
    void whatIsNotRightAnyMoreIsNotKept() {
        Problem college = CollegeLike.of(2, 2);
        VariantSet set = make(
                college,
                new VariantOptions(work(2_000_000), List.of(), null, VariantOptions.APART)
                        .keeping(Map.of(Variant.BALANCED, Plan.EMPTY)));
        assertThat(set.plans().get(0).solution().verdict().feasible()).isTrue();
    }

    @Test
    void tooLittleWorkGivesFewerAndSaysWhich() {
        VariantSet set = make(COLLEGE, VariantOptions.all(work(140_000), null));
        assertThat(set.plans()).extracting(VariantSet.Made::variant).containsExactly(Variant.BALANCED);
        assertThat(set.missing())
                .extracting(VariantSet.Missing::variant)
                .containsExactly(
                        Variant.PERSONNEL, Variant.STUDENT_COMPACT, Variant.ROOM_EFFICIENT, Variant.LEAST_CHANGE);
        assertThat(set.missing())
                .allSatisfy(missing -> assertThat(missing.reason()).contains("work of 140000 steps"));
    }

    /** Everything is pinned: there is one plan only, and that is said. */
    @Test
    void whereThereIsOnePlanOnlyNoOtherIsInvented() {
        Problem free = CollegeLike.of(2, 2);
        Plan plan = Solver.standard()
                .solve(free, work(2_000_000), event -> {}, new StopSignal())
                .plan();
        List<Pin> pins = plan.placements().stream()
                .map(placement -> new Pin(placement.event(), placement.time(), placement.room(), placement.staff()))
                .toList();
        VariantSet set = make(CollegeLike.of(2, 2, pins), VariantOptions.all(work(2_000_000), null));
        assertThat(set.plans()).extracting(VariantSet.Made::variant).containsExactly(Variant.BALANCED);
        assertThat(set.missing()).hasSize(4);
        assertThat(set.missing())
                .allSatisfy(missing -> assertThat(missing.reason()).contains("at least 7 of 42 events"));
    }

    @Test
    void withoutACompletePlanThereAreNoVariants() {
        Event first = COLLEGE.events().get(0);
        Event second = COLLEGE.events().get(1);
        List<Pin> clash = List.of(
                new Pin(
                        first.id(),
                        first.times().get(0).pattern(),
                        first.rooms().get(0).room(),
                        List.of()),
                new Pin(
                        second.id(),
                        first.times().get(0).pattern(),
                        first.rooms().get(0).room(),
                        List.of()));
        VariantSet set = make(CollegeLike.of(1, 4, clash), VariantOptions.all(work(2_000_000), null));
        assertThat(set.plans()).hasSize(1);
        assertThat(set.missing())
                .hasSize(4)
                .allSatisfy(missing -> assertThat(missing.reason()).contains("hard violations"));
    }

    @Test
    void stoppingKeepsWhatIsReady() {
        StopSignal stop = new StopSignal();
        List<Double> progress = new ArrayList<>();
        VariantSet set = Variants.make(
                COLLEGE,
                VariantOptions.all(work(6_000_000), null),
                new VariantListener() {
                    @Override
                    public void progress(Variant variant, SolverEvent event, double share) {
                        progress.add(share);
                    }

                    @Override
                    public void made(VariantSet.Made made) {
                        if (made.variant() == Variant.PERSONNEL) {
                            stop.request();
                        }
                    }
                },
                stop);
        assertThat(set.plans())
                .extracting(VariantSet.Made::variant)
                .containsExactly(Variant.BALANCED, Variant.PERSONNEL);
        assertThat(set.missing())
                .hasSize(3)
                .allSatisfy(missing -> assertThat(missing.reason()).contains("stopped"));
        assertThat(progress).isSorted().allSatisfy(share -> assertThat(share).isBetween(0.0, 1.0));
    }
}
