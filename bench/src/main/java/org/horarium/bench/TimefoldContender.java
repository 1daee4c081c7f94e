package org.horarium.bench;

import java.time.Duration;
import java.time.Instant;
import org.horarium.bench.timefold.TimefoldCtt;
import org.horarium.engine.verify.Verifier;

/** Timefold, on curriculum-based course timetabling. It solves on one thread whatever the limits say. */
final class TimefoldContender implements Contender {
    @Override
    public String name() {
        return "Timefold";
    }

    @Override
    public Run run(Instance instance, Limits limits) {
        Instant start = Instant.now();
        TimefoldCtt.Outcome outcome = TimefoldCtt.solve(instance.problem(), limits.time());
        return new Run(
                Verifier.verify(instance.problem(), outcome.plan()).score(),
                Duration.between(start, Instant.now()),
                null,
                outcome.movesPerSecond());
    }
}
