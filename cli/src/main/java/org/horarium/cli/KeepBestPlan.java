package org.horarium.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.horarium.engine.solve.StopSignal;

/**
 * What Ctrl-C (or a termination signal) does while a search runs: it asks the search to stop, waits until its best plan is
 * written, and ends the process with the status that the command has come to.
 */
final class KeepBestPlan implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final Thread hook;
    private final CountDownLatch written = new CountDownLatch(1);
    private volatile int status = ExitStatus.UNUSABLE;

    private KeepBestPlan(StopSignal stop) {
        hook = new Thread(() -> stopAndWait(stop), "keep-best-plan");
    }

    /** Begins to watch for signals. */
    static KeepBestPlan onSignal(StopSignal stop) {
        KeepBestPlan keeper = new KeepBestPlan(stop);
        Runtime.getRuntime().addShutdownHook(keeper.hook);
        return keeper;
    }

    private void stopAndWait(StopSignal stop) {
        stop.request();
        try {
            if (written.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(status);
            }
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says that the plan is written. */
    void done(int exitStatus) {
        status = exitStatus;
    }

    @Override
    public void close() {
        written.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook runs already and ends the process.
        }
    }
}
