package org.horarium.server.notification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What many rows share, each thing once: thousands are told the same, and saying it once to the database is much quicker. Told
 * apart by identity, as comparing long texts is dear; the same twice does no harm.
 *
 * @param <T> what is shared
 */
final class Shared<T> {
    private final List<T> things = new ArrayList<>();
    private final Integer[] places;

    private Shared(int rows) {
        places = new Integer[rows];
    }

    /** Finds what some rows share. */
    static <R, T> Shared<T> of(Collection<R> rows, Function<R, T> part) {
        Shared<T> shared = new Shared<>(rows.size());
        Map<T, Integer> known = new IdentityHashMap<>();
        int row = 0;
        for (R r : rows) {
            T thing = part.apply(r);
            shared.places[row++] = known.computeIfAbsent(thing, t -> {
                shared.things.add(t);
                return shared.things.size();
            });
        }
        return shared;
    }

    /** For each row the place of its thing among the columns, from 1: an {@code int[]} of SQL. */
    Integer[] places() {
        return places.clone();
    }

    /** A part of each thing: a {@code text[]} of SQL. */
    @Nullable
    String[] column(Function<T, @Nullable String> part) {
        return things.stream().map(part).toArray(String[]::new);
    }
}
