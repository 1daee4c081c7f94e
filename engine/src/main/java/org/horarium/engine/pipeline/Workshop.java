package org.horarium.engine.pipeline;

import java.util.function.Function;
import org.horarium.engine.search.Crew;
import org.horarium.engine.search.Worker;

/**
 * The workers and their tools, for the stages.
 *
 * @param crew the workers
 * @param tools of each worker
 */
record Workshop(Crew crew, Function<Worker, Toolkit> tools) {
    Toolkit toolkit(Worker worker) {
        return tools.apply(worker);
    }
}
