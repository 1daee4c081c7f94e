package org.horarium.server.schedule;

import java.util.Map;
import java.util.stream.Collectors;
import org.horarium.server.platform.ConflictException;

/** A schedule can't take a step because of its status. */
public final class IllegalStepException extends ConflictException {
    private static final long serialVersionUID = 1L;

    private final ScheduleStep step;
    private final ScheduleStatus status;

    /**
     * @param id the schedule
     * @param step what was to be done
     * @param status where the schedule stands
     */
    public IllegalStepException(ScheduleId id, ScheduleStep step, ScheduleStatus status) {
        super(
                "The schedule (" + id + ") is " + status + "; the step " + step + " is possible only from "
                        + step.from().stream().sorted().map(Enum::name).collect(Collectors.joining(", ")) + ".",
                Map.of("schedule_status", status));
        this.step = step;
        this.status = status;
    }

    /** What was to be done. */
    public ScheduleStep step() {
        return step;
    }

    /** Where the schedule stands. */
    public ScheduleStatus status() {
        return status;
    }
}
