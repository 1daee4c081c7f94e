package org.horarium.server.platform.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** A process of its own that uses the services of a folder until its input ends, or until it is killed. */
final class ServicesProbe {
    private ServicesProbe() {}

    @SuppressWarnings("SystemOut") // how the test learns of it
    public static void main(String[] args) throws IOException {
        try (EmbeddedServices services = EmbeddedServices.start(Path.of(args[0]), true, true)) {
            System.out.println(services.jdbcUrl(EmbeddedServices.DATABASE) + " " + services.redisUrl() + " "
                    + services.databasePassword());
            System.out.flush();
            while (System.in.read() >= 0) {
                // wait for the end of the input
            }
        }
    }
}
