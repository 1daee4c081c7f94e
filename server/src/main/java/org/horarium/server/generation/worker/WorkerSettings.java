package org.horarium.server.generation.worker;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the worker, {@code horarium.generation.*}.
 *
 * @param worker name of this process among workers; empty for host and process id
 * @param threads threads of each search; 0 for one less than there are processors, so that pages stay quick
 */
@ConfigurationProperties("horarium.generation")
record WorkerSettings(
        @DefaultValue("") String worker, @DefaultValue("0") int threads) {
    WorkerSettings {
        if (worker.isBlank()) {
            worker = "process-" + ProcessHandle.current().pid();
        }
        if (threads == 0) {
            threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        }
    }
}
