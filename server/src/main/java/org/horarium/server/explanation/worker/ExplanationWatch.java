package org.horarium.server.explanation.worker;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.horarium.engine.explain.ExplainListener;
import org.horarium.engine.solve.StopSignal;
import org.horarium.server.explanation.Explanation;
import org.horarium.server.explanation.store.ExplanationStore;
import org.horarium.server.explanation.store.FencedExplanationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Stands between an attempt and those who watch it: writes how far it is once a second, learns whether somebody wants it
 * to end, and keeps what each part has found. Safe for use by several threads.
 */
final class ExplanationWatch implements ExplainListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExplanationWatch.class);

    private final Explanation explanation;
    private final ExplanationStore store;
    private final Consumer<org.horarium.engine.explain.Explanation> keep;
    private final StopSignal stop = new StopSignal();
    private final long begin = System.nanoTime();
    private final ScheduledExecutorService beats;
    private volatile @Nullable Part part;
    private volatile boolean abandoned;
    private volatile @Nullable FencedExplanationException fenced;

    /** The process ends; the queue hands the explanation out again. */
    static final class AbandonedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AbandonedException() {
            super("The process ends; the explanation will be begun again.");
        }
    }

    /**
     * Begins to watch.
     *
     * @param keep saves what was found so far
     */
    ExplanationWatch(
            Explanation explanation, ExplanationStore store, Consumer<org.horarium.engine.explain.Explanation> keep) {
        this.explanation = explanation;
        this.store = store;
        this.keep = keep;
        beats = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "explanation-" + explanation.id()));
        beats.scheduleAtFixedRate(this::beat, 0, 1, TimeUnit.SECONDS);
    }

    private void beat() {
        try {
            if (store.heartbeat(explanation.id(), explanation.attempt(), part, elapsedMs())) {
                stop.request();
            }
        } catch (FencedExplanationException e) {
            fenced = e;
            stop.request();
            beats.shutdown();
        } catch (DataAccessException e) {
            // What is being found is worth more than a heartbeat: go on, and try again in a second.
            LOG.warn("The progress of the explanation ({}) can't be written just now.", explanation.id(), e);
        } catch (RuntimeException e) {
            LOG.error("The heartbeat of the explanation ({}) failed.", explanation.id(), e);
        }
    }

    @Override
    public void begins(Part next, org.horarium.engine.explain.Explanation soFar) {
        part = next;
        if (next != Part.PREFLIGHT) {
            keep.accept(soFar);
        }
    }

    long elapsedMs() {
        return (System.nanoTime() - begin) / 1_000_000;
    }

    StopSignal stop() {
        return stop;
    }

    /** The process is about to end; the explanation is made elsewhere or later. */
    void abandon() {
        abandoned = true;
        stop.request();
    }

    /**
     * Whether this attempt may go on to save something.
     *
     * @throws FencedExplanationException if a later one has begun
     * @throws AbandonedException if the process is about to end
     */
    void check() {
        FencedExplanationException reason = fenced;
        if (reason != null) {
            throw reason;
        }
        if (abandoned) {
            throw new AbandonedException();
        }
    }

    @Override
    public void close() {
        beats.shutdown();
        try {
            if (!beats.awaitTermination(5, TimeUnit.SECONDS)) {
                beats.shutdownNow();
            }
        } catch (InterruptedException e) {
            beats.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
