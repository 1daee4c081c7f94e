package org.horarium.server.timetable.board;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * What somebody looks at on the board. Every link and every form carries it on, so that an edit leaves the page as it was.
 *
 * @param by side from which the week is looked at
 * @param of whose week
 * @param by2 side of the second pane; null where there is only one
 * @param of2 whose week stands in the second pane
 * @param weeks {@code a} or {@code b} to see only what is on then; null for both
 * @param find what was searched for
 */
public record Where(
        @Nullable String by,
        @Nullable String of,
        @Nullable String by2,
        @Nullable String of2,
        @Nullable String weeks,
        @Nullable String find) {
    /** A part of an address. */
    public record Field(String name, String value) {}

    /** What is set. */
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        add(fields, "by", by);
        add(fields, "of", of);
        add(fields, "by2", by2);
        add(fields, "of2", of2);
        add(fields, "weeks", weeks);
        add(fields, "find", find);
        return fields;
    }

    private static void add(List<Field> fields, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fields.add(new Field(name, value));
        }
    }

    /** For an address: begins with an ampersand unless nothing is set. */
    public String query() {
        StringBuilder query = new StringBuilder();
        fields().forEach(field -> query.append('&')
                .append(field.name())
                .append('=')
                .append(UriUtils.encode(field.value(), StandardCharsets.UTF_8)));
        return query.toString();
    }

    /** The same from another side. */
    public Where side(String side) {
        return new Where(side, null, by2, of2, weeks, find);
    }

    /** The same with a second pane, or (null) without. */
    public Where second(@Nullable String side, @Nullable String other) {
        return new Where(by, of, side, other, weeks, find);
    }

    /** The same for other weeks. */
    public Where in(@Nullable String which) {
        return new Where(by, of, by2, of2, which, find);
    }

    /** The address of the board. */
    public String board(Object schedule, int revision) {
        return "/admin/schedules/%s/board?revision=%d%s".formatted(schedule, revision, query());
    }
}
