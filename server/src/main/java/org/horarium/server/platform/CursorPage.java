package org.horarium.server.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A part of a list for programs: rows in a fixed order, and where to go on. Rows that come or go meanwhile neither shift
 * the next part nor are told twice.
 *
 * @param items the rows
 * @param next cursor of the following part, for the parameter {@code next}; null when this is the last
 */
public record CursorPage<T>(List<T> items, @Nullable String next) {
    /** Rows of a part, unless the request says another number. */
    public static final int DEFAULT_LIMIT = 50;
    /** The most rows of a part. */
    public static final int MAX_LIMIT = 200;

    public CursorPage {
        items = List.copyOf(items);
    }

    /**
     * What part is asked for.
     *
     * @param after only rows whose key is after this one; null from the start
     * @param limit how many rows at most
     */
    public record Request(@Nullable String after, int limit) {
        /**
         * From the parameters of a request.
         *
         * @param limit 1 to {@value #MAX_LIMIT}; null for {@value #DEFAULT_LIMIT}
         * @param next cursor that an earlier part gave; null from the start
         * @throws InvalidInputException when the limit is out of bounds or the cursor is none
         */
        public static Request of(@Nullable Integer limit, @Nullable String next) {
            if (limit != null && (limit < 1 || limit > MAX_LIMIT)) {
                throw new InvalidInputException(
                        "/limit", "The limit (" + limit + ") must be from 1 to " + MAX_LIMIT + ".");
            }
            return new Request(next == null ? null : decode(next), limit == null ? DEFAULT_LIMIT : limit);
        }
    }

    /**
     * The part made of rows that were read.
     *
     * @param rows up to one more than the limit: that one says that there is more
     * @param limit of the request
     * @param item what is shown of a row
     * @param key by which the rows are ordered, unique
     */
    public static <R, T> CursorPage<T> of(List<R> rows, int limit, Function<R, T> item, Function<R, String> key) {
        boolean more = rows.size() > limit;
        List<R> shown = more ? rows.subList(0, limit) : rows;
        return new CursorPage<>(
                shown.stream().map(item).toList(), more ? encode(key.apply(shown.get(limit - 1))) : null);
    }

    /** The answer to the current request, with the address of the next part in the header {@code Link}. */
    public ResponseEntity<CursorPage<T>> response() {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (next != null) {
            String address = ServletUriComponentsBuilder.fromCurrentRequest()
                    .scheme(null)
                    .host(null)
                    .port(null)
                    .replaceQueryParam("next", next)
                    .build()
                    .toUriString();
            answer.header(HttpHeaders.LINK, "<" + address + ">; rel=\"next\"");
        }
        return answer.body(this);
    }

    private static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    "/next", "The cursor (" + cursor + ") is none. Take it from the member next of an earlier answer.");
        }
    }
}
