package org.horarium.assessment.repair;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.horarium.assessment.Phrase;
import org.horarium.assessment.Wording;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Disruption;
import org.horarium.assessment.model.Plan;
import org.horarium.assessment.model.Session;
import org.horarium.assessment.verify.Measures;
import org.horarium.assessment.verify.RepairVerifier;

/**
 * Repairs a running plan. It tries many sets of sessions that may move, from none to all, places them again, and keeps
 * what passes {@link RepairVerifier}; the options are the best by people affected, by end, and in between.
 */
public final class Repairer {
    private static final int MOST_PLANS = 400;
    /** After so many attempts without any plan, groups are thought anew. */
    private static final int HOPELESS_AFTER = 60;

    private static final double MINUTES_PER_PERSON = 5;

    private final RunningDay day;
    private final Centre centre;
    private final Plan before;
    private final LocalDateTime now;
    private final List<Disruption> disruptions;
    private final Random random;
    private final Map<Plan, RepairOption> found = new LinkedHashMap<>();

    private Repairer(Centre centre, Plan before, LocalDateTime now, List<Disruption> disruptions, long seed) {
        this.day = new RunningDay(centre, before, now, disruptions);
        this.centre = centre;
        this.before = before;
        this.now = now;
        this.disruptions = disruptions;
        this.random = new Random(seed);
    }

    /**
     * Up to three ways to go on, best first; none when no way was found that keeps the rules.
     *
     * @param plan the plan that is running
     * @param now sessions that start by now do not move
     * @param disruptions all that has happened so far, and is not yet in the plan or still holds; ids are the centre's
     * @param seconds how long it may take
     * @param seed the same seed gives the same options, when time is not short
     */
    public static List<RepairOption> repair(
            Centre centre, Plan plan, LocalDateTime now, List<Disruption> disruptions, double seconds, long seed) {
        Repairer repairer = new Repairer(centre, plan, now, disruptions, seed);
        repairer.search(System.nanoTime() + (long) (seconds * 1e9));
        return repairer.options();
    }

    private void search(long deadline) {
        Regrouping regrouping = new Regrouping(day, before, now, random);
        List<Map<String, String>> leaderChoices = leaderChoices();
        if (!leaderChoices.isEmpty() && !regrouping.needed()) {
            search(
                    leaderChoices.stream()
                            .map(leaders -> new Start(day, leaders))
                            .toList(),
                    deadline);
        }
        if (found.isEmpty()) {
            search(
                    regrouping.plans().stream()
                            .map(plan -> new RunningDay(centre, plan, now, disruptions))
                            .map(regrouped -> new Start(regrouped, regrouped.leaderOf))
                            .toList(),
                    deadline);
        }
    }

    private void search(List<Start> starts, long deadline) {
        for (Start start : starts) {
            attempt(start, Set.of(), false);
            attempt(start, Set.of(), true);
        }
        for (int i = 0; i < 20 * MOST_PLANS && System.nanoTime() < deadline; i++) {
            boolean hopeless = found.isEmpty() && i >= HOPELESS_AFTER;
            if (starts.isEmpty() || hopeless || found.size() >= MOST_PLANS) {
                return;
            }
            Start start = starts.get(random.nextInt(starts.size()));
            attempt(start, someJobs(start.day()), random.nextInt(3) > 0);
        }
    }

    /**
     * What is placed again: the day, with the groups as they go on, and who leads them.
     *
     * @param day the running day
     * @param leaders leader of each group from now on
     */
    private record Start(RunningDay day, Map<String, String> leaders) {}

    private void attempt(Start start, Set<Integer> released, boolean early) {
        Plan plan = new Replacement(start.day(), start.leaders(), released, early, random).run();
        if (plan != null
                && !found.containsKey(plan)
                && RepairVerifier.verify(centre, before, plan, now, disruptions).isEmpty()) {
            found.put(plan, option("", plan));
        }
    }

    /** The jobs of some people, or all from some time on. */
    private Set<Integer> someJobs(RunningDay day) {
        Set<Integer> some = new HashSet<>();
        if (day.jobs.isEmpty()) {
            return some;
        }
        Job seed = day.jobs.get(random.nextInt(day.jobs.size()));
        switch (random.nextInt(4)) {
            case 0 -> day.jobs.stream().filter(j -> j.start() >= seed.start()).forEach(j -> some.add(j.id()));
            case 1 ->
                day.jobs.stream()
                        .filter(j -> j.participants().stream().anyMatch(seed.participants()::contains))
                        .forEach(j -> some.add(j.id()));
            case 2 ->
                day.jobs.stream()
                        .filter(j -> j.assessment().equals(seed.assessment()))
                        .forEach(j -> some.add(j.id()));
            default -> {
                for (int i = 0; i < 3; i++) {
                    some.add(day.jobs.get(random.nextInt(day.jobs.size())).id());
                }
            }
        }
        return some;
    }

    /** The leaders as they are; where one is out, each way to replace them by someone who may lead. */
    private List<Map<String, String>> leaderChoices() {
        List<Map<String, String>> choices = new ArrayList<>(List.of(new HashMap<>(day.leaderOf)));
        day.leaderOf.forEach((group, leader) -> {
            boolean stillNeeded =
                    day.jobs.stream().anyMatch(j -> j.sessions().stream().anyMatch(s -> group.equals(day.groupOf(s))));
            if (!day.out.contains(leader) || !stillNeeded) {
                return;
            }
            List<Map<String, String>> more = new ArrayList<>();
            for (Map<String, String> choice : choices) {
                for (String candidate : candidates(group, choice)) {
                    Map<String, String> with = new HashMap<>(choice);
                    with.put(group, candidate);
                    more.add(with);
                }
            }
            choices.clear();
            choices.addAll(more);
        });
        return choices;
    }

    private List<String> candidates(String group, Map<String, String> choice) {
        Set<String> mapped =
                new LinkedHashSet<>(centre.assessors().stream().map(a -> a.id()).toList());
        Set<String> members = new HashSet<>();
        // What is left of the group's way is done one by one: an assessor of another group can take it too.
        boolean alone = true;
        for (Job j : day.jobs) {
            for (Session s : j.sessions()) {
                if (group.equals(day.groupOf(s))) {
                    alone &= s.group() == null;
                    mapped.retainAll(centre.assessorsFor(s.assessment()));
                    members.addAll(s.participants());
                }
            }
        }
        boolean anyone = alone;
        return mapped.stream()
                .filter(a -> !day.out.contains(a) && !day.noGo(a, List.copyOf(members)))
                .filter(a -> anyone || !choice.containsValue(a))
                .toList();
    }

    private RepairOption option(String title, Plan plan) {
        Changes changes = new Changes(before, plan);
        int delay = before.end().isBefore(plan.end())
                ? Measures.workingMinutes(centre, before.end(), plan.end())
                : -Measures.workingMinutes(centre, plan.end(), before.end());
        return new RepairOption(title, plan, delay, changes.sessions(), changes.notices(), warnings(plan));
    }

    private List<Wording> warnings(Plan plan) {
        List<Wording> warnings = new ArrayList<>();
        day.leaderOf.forEach((group, leader) -> {
            if (dissolved(group, plan)) {
                warnings.add(Wording.of(Phrase.GROUP_DISSOLVED, group, leader));
            }
            for (Session s : plan.sessions()) {
                if (group.equals(s.group()) && !s.hasAssessor(leader)) {
                    warnings.add(Wording.of(
                            Phrase.GROUP_LED_BY,
                            group,
                            s.assessors().get(0),
                            s.start().toString(),
                            leader));
                    return;
                }
            }
        });
        for (Session s : plan.sessions()) {
            if (s.group() != null && s.start().isAfter(now) && s.participants().size() < centre.minGroupSize()) {
                warnings.add(
                        Wording.of(Phrase.GROUP_SMALL, s.key(), s.participants().size()));
            }
        }
        return warnings;
    }

    private boolean dissolved(String group, Plan plan) {
        return before.sessions().stream().anyMatch(s -> group.equals(s.group()) && !day.started(s, now))
                && plan.sessions().stream()
                        .noneMatch(s -> group.equals(s.group()) && s.start().isAfter(now));
    }

    private List<RepairOption> options() {
        List<RepairOption> all = new ArrayList<>(found.values());
        Comparator<RepairOption> people =
                Comparator.comparingInt(o -> o.notices().size());
        Comparator<RepairOption> delay = Comparator.comparingInt(RepairOption::delayMinutes);
        Comparator<RepairOption> changed = Comparator.comparingInt(RepairOption::sessionsChanged);
        Comparator<RepairOption> mixed = Comparator.comparingDouble(
                o -> o.delayMinutes() + MINUTES_PER_PERSON * o.notices().size());
        List<RepairOption> chosen = new ArrayList<>();
        choose(all, "Fewest people", people.thenComparing(delay).thenComparing(changed), chosen);
        choose(all, "Earliest end", delay.thenComparing(people).thenComparing(changed), chosen);
        choose(all, "In between", mixed.thenComparing(changed), chosen);
        return chosen;
    }

    private static void choose(
            List<RepairOption> all, String title, Comparator<RepairOption> by, List<RepairOption> chosen) {
        all.stream()
                .filter(o -> chosen.stream().noneMatch(c -> c.plan().equals(o.plan())))
                .min(by)
                .ifPresent(o -> chosen.add(new RepairOption(
                        title, o.plan(), o.delayMinutes(), o.sessionsChanged(), o.notices(), o.warnings())));
    }
}
