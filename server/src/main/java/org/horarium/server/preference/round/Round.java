package org.horarium.server.preference.round;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * The people of a schedule are asked.
 *
 * @param id its key
 * @param deadline when it ends
 * @param zone in which the deadline is told
 * @param vetoBudget how many activities a person may refuse
 * @param note of the planner to everybody, may be empty
 * @param remindHours so many hours before the deadline who has not submitted is reminded
 * @param open whether answers are taken now
 * @param version counts changes
 */
public record Round(
        UUID id,
        Instant deadline,
        ZoneId zone,
        int vetoBudget,
        String note,
        List<Integer> remindHours,
        boolean open,
        long version) {
    public Round {
        remindHours = List.copyOf(remindHours);
    }

    /** The deadline on the clocks of its zone. */
    public LocalDateTime localDeadline() {
        return LocalDateTime.ofInstant(deadline, zone);
    }
}
