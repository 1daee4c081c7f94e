package org.horarium.server.generation.worker;

import java.util.UUID;
import org.horarium.server.platform.BackgroundWork;
import org.springframework.stereotype.Component;

/** Generation jobs as a kind of work of the queue. */
@Component
public class TimetableGeneration implements BackgroundWork {
    /** Its name in the queue. */
    public static final String NAME = "generate-timetable";

    private final GenerationRun run;
    private final RunningJobs running;

    TimetableGeneration(GenerationRun run, RunningJobs running) {
        this.run = run;
        this.running = running;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(UUID job) {
        run.run(job);
    }

    @Override
    public void abandonAll() {
        running.abandonAll();
    }
}
