package org.horarium.engine.exact;

import com.google.ortools.Loader;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** Loads the native part of CP-SAT once, and says so once where there is none. */
public final class NativeSolver {
    private static final System.Logger LOG = System.getLogger(NativeSolver.class.getName());

    /** Set to {@code off}, this system property makes the process do without OR-Tools, as on a machine that it does not know. */
    public static final String SWITCH = "horarium.ortools";

    private NativeSolver() {}

    private static final class Holder {
        static final @Nullable String PROBLEM = load();
    }

    /** Null when CP-SAT can be used; otherwise why not, for people. */
    public static @Nullable String problem() {
        return Holder.PROBLEM;
    }

    private static @Nullable String load() {
        try {
            if ("off".equals(System.getProperty(SWITCH))) {
                throw new UnsatisfiedLinkError("switched off by -D" + SWITCH + "=off");
            }
            Loader.loadNativeLibraries();
            return null;
        } catch (RuntimeException | LinkageError e) {
            String why =
                    "The CP-SAT solver has no native part for this machine (%s %s): there are no proofs, minimal conflicts and checked relaxations."
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch"));
            LOG.log(Level.WARNING, why);
            LOG.log(Level.DEBUG, "Cause", e);
            return why;
        }
    }

    /** @throws IllegalStateException with the reason, if CP-SAT cannot be used */
    static void require() {
        String problem = problem();
        if (problem != null) {
            throw new IllegalStateException(problem);
        }
    }
}
