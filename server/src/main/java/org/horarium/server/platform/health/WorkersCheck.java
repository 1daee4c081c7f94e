package org.horarium.server.platform.health;

import org.horarium.server.platform.HealthCheck;
import org.springframework.stereotype.Component;

/** Whether any process takes jobs. */
@Component
class WorkersCheck implements HealthCheck {
    private final Processes processes;

    WorkersCheck(Processes processes) {
        this.processes = processes;
    }

    @Override
    public String part() {
        return "workers";
    }

    @Override
    public boolean essential() {
        return false;
    }

    @Override
    public Seen look() {
        long taking = processes.alive().stream().filter(Processes.Running::jobs).count();
        return new Seen(taking == 0 ? State.DOWN : State.UP, "%d process(es) take jobs.".formatted(taking));
    }
}
