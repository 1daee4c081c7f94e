package org.horarium.assessment.solve;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import java.util.function.BooleanSupplier;

/**
 * How long a step may take, and with what.
 *
 * @param deadline {@link System#nanoTime()} at which it must answer
 * @param threads threads of CP-SAT
 * @param seed the same seed with one thread gives the same plan
 * @param cancelled asked while it runs
 */
record Budget(long deadline, int threads, long seed, BooleanSupplier cancelled) {

    /** This many seconds from now. */
    static Budget of(double seconds, int threads, long seed, BooleanSupplier cancelled) {
        return new Budget(System.nanoTime() + (long) (seconds * 1e9), threads, seed, cancelled);
    }

    double secondsLeft() {
        return (deadline - System.nanoTime()) / 1e9;
    }

    boolean over() {
        return secondsLeft() <= 0 || cancelled.getAsBoolean();
    }

    /** At most this many seconds of what is left. */
    Budget atMost(double seconds) {
        return new Budget(Math.min(deadline, System.nanoTime() + (long) (seconds * 1e9)), threads, seed, cancelled);
    }

    /** A solver with this budget. */
    CpSolver solver() {
        CpSolver solver = new CpSolver();
        solver.getParameters()
                .setMaxTimeInSeconds(Math.max(0.01, secondsLeft()))
                .setNumWorkers(threads)
                .setRandomSeed((int) (seed & 0x7fffffff));
        return solver;
    }

    /** Runs the solver and stops it when cancelled. */
    CpSolverStatus solve(CpSolver solver, CpModel model) {
        Thread watcher = new Thread(
                () -> {
                    try {
                        while (!cancelled.getAsBoolean()) {
                            Thread.sleep(50);
                        }
                        solver.stopSearch();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "assessment-cancel");
        watcher.setDaemon(true);
        watcher.start();
        try {
            return solver.solve(model);
        } finally {
            watcher.interrupt();
        }
    }

    static boolean found(CpSolverStatus status) {
        return status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE;
    }
}
