package org.horarium.bench;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.horarium.assessment.AssessmentPlanner;
import org.horarium.assessment.Failure;
import org.horarium.assessment.Limits;
import org.horarium.assessment.Outcome;
import org.horarium.assessment.PlanListener;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Disruption;
import org.horarium.assessment.model.Plan;
import org.horarium.assessment.model.Session;
import org.horarium.assessment.repair.RepairOption;
import org.horarium.assessment.repair.Repairer;
import org.horarium.assessment.sample.CentreGenerator;
import org.horarium.assessment.sample.CentreShape;
import org.horarium.formats.assessment.CentreReader;
import org.horarium.formats.assessment.ExampleCentre;

/** How long the answers take that somebody waits for: ways to go on, and why there is no plan. */
final class AssessmentAnswers {
    /** What a repair may take; what the run-day page gives it. */
    private static final double REPAIR_SECONDS = 2;
    /** What a planning may take before the answer is that nothing was found. */
    private static final double REFUSAL_SECONDS = 1;

    private final int threads;
    private final long seed;

    AssessmentAnswers(int threads, long seed) {
        this.threads = threads;
        this.seed = seed;
    }

    /** A centre of 24 participants in the middle of its first day: each kind of thing that can happen, and the time to three ways to go on. */
    Table repairs() {
        Table table = new Table("what happened", "ways", "answer (s)", "told by the first", "end delayed by it (min)");
        Centre centre = CentreGenerator.generate(CentreShape.plain(24, 8, 8, 2), 1);
        Outcome outcome = AssessmentPlanner.plan(centre, new Limits(10, threads, seed, true), PlanListener.NONE);
        if (!(outcome instanceof Outcome.Planned planned)) {
            throw new IllegalStateException("The centre of 24 participants has no plan; the repairs can't be timed.");
        }
        Plan plan = planned.plan();
        Session running = plan.sessions().get(20);
        LocalDateTime now = running.start();
        Session next = plan.sessions().stream()
                .filter(s -> s.start().isAfter(now) && s.group() == null && s.room() != null)
                .findFirst()
                .orElseThrow();
        Map<String, Disruption> kinds = new LinkedHashMap<>();
        String participant = next.participants().get(0);
        kinds.put("participant 40 minutes late", new Disruption.ParticipantLate(participant, now.plusMinutes(40)));
        kinds.put("participant absent", new Disruption.ParticipantAbsent(participant));
        kinds.put(
                "assessor drops out",
                new Disruption.AssessorOut(next.assessors().get(0), now));
        kinds.put("room lost", new Disruption.RoomLost(Objects.requireNonNull(next.room()), now));
        kinds.put(
                "session 15 minutes too long",
                new Disruption.SessionOverran(running.key(), running.end().plusMinutes(15)));
        kinds.forEach((what, disruption) -> {
            long start = System.nanoTime();
            List<RepairOption> ways = Repairer.repair(centre, plan, now, List.of(disruption), REPAIR_SECONDS, seed);
            String took = since(start);
            table.add(
                    what,
                    Integer.toString(ways.size()),
                    took,
                    ways.isEmpty()
                            ? "–"
                            : Integer.toString(ways.get(0).notices().size()),
                    ways.isEmpty() ? "–" : Integer.toString(ways.get(0).delayMinutes()));
        });
        return table;
    }

    /** The shipped sample, broken in one respect for each failure code: the time to the answer with its checked suggestions. */
    Table refusals() {
        Table table = new Table("what is wrong", "code", "answer (s)", "checked suggestions", "the first");
        for (Broken broken : BROKEN) {
            Centre centre = CentreReader.read(broken.json());
            Limits limits = broken.exact()
                    ? new Limits(REFUSAL_SECONDS, threads, seed, true)
                    : new Limits(REFUSAL_SECONDS, 1, seed, false);
            long start = System.nanoTime();
            Outcome outcome = AssessmentPlanner.plan(centre, limits, PlanListener.NONE);
            String took = since(start);
            if (!(outcome instanceof Outcome.Refused refused)) {
                throw new IllegalStateException("There is a plan although " + broken.what() + ".");
            }
            Failure failure = refused.failure();
            table.add(
                    broken.what(),
                    "`" + failure.code() + "`",
                    took,
                    Integer.toString(failure.suggestions().size()),
                    failure.suggestions().isEmpty()
                            ? "–"
                            : failure.suggestions().get(0).text().text());
        }
        return table;
    }

    private static final List<Broken> BROKEN = List.of(
            new Broken("the day ends at 12:45", "\"daily_end_time\": \"17:00\"", "\"daily_end_time\": \"12:45\"", true),
            new Broken("TOYF has no room", "\"toyf\": [\"Room-B\"]", "\"toyf\": []", true),
            new Broken(
                    "nobody may lead a group",
                    "\"business-case\": [\"A1\", \"A2\", \"A3\", \"A4\"]",
                    "\"business-case\": []",
                    true),
            new Broken("six can't form a group of seven", "\"min_group_size\": 3", "\"min_group_size\": 7", true),
            new Broken(
                    "four may not meet one of the two leaders",
                    "\"group-activity\": [\"A1\", \"A2\", \"A3\", \"A4\"]",
                    "\"group-activity\": [\"A1\", \"A2\"]",
                    "\"no_go_pairs\": []",
                    "\"no_go_pairs\": [[\"P1\", \"A1\"], [\"P2\", \"A1\"], [\"P3\", \"A1\"], [\"P4\", \"A1\"]]",
                    true),
            new Broken(
                    "one comes at 14:00, and list scheduling plans alone",
                    "\"participants\": [\"P1\", \"P2\"",
                    "\"participants\": [{\"id\": \"P1\", \"unavailable\": [{\"start\": \"2025-11-23T09:00\", \"end\":"
                            + " \"2025-11-23T14:00\"}]}, \"P2\"",
                    false));

    /** The sample with some of its text replaced. */
    private record Broken(String what, String from, String to, String andFrom, String andTo, boolean exact) {
        Broken(String what, String from, String to, boolean exact) {
            this(what, from, to, from, to, exact);
        }

        String json() {
            String sample = ExampleCentre.SECTION_13.json();
            for (String text : List.of(from, andFrom)) {
                if (!sample.contains(text)) {
                    throw new IllegalStateException("The sample does not say %s.".formatted(text));
                }
            }
            return sample.replace(from, to).replace(andFrom, andTo);
        }
    }

    private static String since(long start) {
        return String.format(
                Locale.ROOT, "%.2f", Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0);
    }
}
