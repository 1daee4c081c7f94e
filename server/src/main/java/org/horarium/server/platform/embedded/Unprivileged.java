package org.horarium.server.platform.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How to run PostgreSQL, which refuses to run as root: directly for everybody else, for root in a user namespace
 * ({@code unshare -U}) or, where these are forbidden, as the user "nobody".
 *
 * @param prefix words before the command
 */
record Unprivileged(List<String> prefix) {
    private static final String NOBODY = "65534";

    /**
     * Finds a way that works here.
     *
     * @param folder what PostgreSQL must own; handed to "nobody" when that is the way
     * @param log output of the trials
     */
    static Unprivileged find(Path folder, Path log) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Unprivileged(List.of());
        }
        if (Commands.succeeds(log, 10, List.of("unshare", "-U", "true"))) {
            return new Unprivileged(List.of("unshare", "-U"));
        }
        List<String> asNobody = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        boolean handedOver =
                Commands.succeeds(log, 60, List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()));
        Unprivileged nobody = new Unprivileged(asNobody);
        if (handedOver && Commands.succeeds(log, 10, nobody.command(List.of("test", "-w", folder.toString())))) {
            return nobody;
        }
        throw new ServiceStartException("The built-in PostgreSQL does not run as root, and neither 'unshare -U' nor"
                + " 'setpriv' to the user nobody works with the folder " + folder + ".\nMaybe start Horarium as another"
                + " user, choose a data folder that everybody may enter (--data), or set HORARIUM_DATABASE_URL to a"
                + " PostgreSQL 15 or newer.");
    }

    /** The command as it is to be run. */
    List<String> command(List<String> words) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(words);
        return all;
    }
}
