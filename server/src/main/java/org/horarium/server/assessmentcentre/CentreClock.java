package org.horarium.server.assessmentcentre;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.horarium.assessment.model.Centre;
import org.horarium.server.platform.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What time it is at a centre. On other days than its own the clock can be set by hand, so that people can rehearse the
 * day; on its days it can't.
 */
@Component
public class CentreClock {
    private final Clock clock = Clock.systemUTC();

    /** Minutes since the day began, on the wall of the centre. */
    public LocalDateTime now(Centre centre) {
        return LocalDateTime.ofInstant(clock.instant(), centre.timeZone()).truncatedTo(ChronoUnit.MINUTES);
    }

    /**
     * The time that counts.
     *
     * @param rehearsal the time that somebody set by hand; null for none
     * @throws InvalidInputException if the clock is set by hand on a day of the centre
     */
    public LocalDateTime now(Centre centre, @Nullable LocalDateTime rehearsal) {
        LocalDateTime now = now(centre);
        if (rehearsal == null) {
            return now;
        }
        if (!mayRehearse(centre)) {
            throw new InvalidInputException(
                    "/at", "Today is a day of the centre: the clock can't be set by hand. Leave out the time.");
        }
        return rehearsal.truncatedTo(ChronoUnit.MINUTES);
    }

    /** Whether the clock may be set by hand: today is none of its days. */
    public boolean mayRehearse(Centre centre) {
        LocalDateTime now = now(centre);
        return centre.days().stream().noneMatch(day -> day.date().equals(now.toLocalDate()));
    }

    /** Whether sessions of the plan have begun and others are still to come. */
    public boolean isRunning(PlanVersion plan) {
        LocalDateTime now = now(plan.centre());
        return plan.plan().sessions().stream().anyMatch(s -> !s.start().isAfter(now))
                && plan.plan().sessions().stream().anyMatch(s -> s.start().isAfter(now));
    }
}
