package org.horarium.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Smallest published costs of public instances; bench/README.md says where they stand. */
final class BestKnown {
    private static final Properties COSTS = load();

    private BestKnown() {}

    static @Nullable Long of(String instance) {
        String cost = COSTS.getProperty(instance);
        return cost == null ? null : Long.valueOf(cost);
    }

    private static Properties load() {
        Properties properties = new Properties();
        try (InputStream in = BestKnown.class.getResourceAsStream("best-known.properties")) {
            if (in == null) {
                throw new IllegalStateException("The resource best-known.properties is missing.");
            }
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
