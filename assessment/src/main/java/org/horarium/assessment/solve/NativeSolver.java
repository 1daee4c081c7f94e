package org.horarium.assessment.solve;

import com.google.ortools.Loader;
import java.io.File;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Loads the native part of CP-SAT once, and says so once where there is none. */
public final class NativeSolver {
    private static final System.Logger LOG = System.getLogger(NativeSolver.class.getName());
    /** Folders of processes that were killed; a younger one may belong to a process that is just starting. */
    private static final Duration STALE = Duration.ofHours(1);

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
        removeStaleFolders();
        try {
            if ("off".equals(System.getProperty(SWITCH))) {
                throw new UnsatisfiedLinkError("switched off by -D" + SWITCH + "=off");
            }
            Loader.loadNativeLibraries();
            return null;
        } catch (RuntimeException | LinkageError e) {
            String why = "The CP-SAT solver has no native part for this machine (" + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch") + "): list scheduling plans alone, and fewer results are proven.";
            LOG.log(Level.WARNING, why);
            LOG.log(Level.DEBUG, "Cause", e);
            return why;
        }
    }

    /** OR-Tools unpacks its library into a new temporary folder for each process and leaves it behind when killed. */
    private static void removeStaleFolders() {
        Path temp = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temp, "ortools-java*")) {
            for (Path folder : folders) {
                if (Files.getLastModifiedTime(folder)
                        .toInstant()
                        .isBefore(Instant.now().minus(STALE))) {
                    remove(folder);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Stale folders of OR-Tools could not be listed", e);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
