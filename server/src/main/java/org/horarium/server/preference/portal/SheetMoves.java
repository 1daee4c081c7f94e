package org.horarium.server.preference.portal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.horarium.formats.college.Preference.Bucket;
import org.horarium.server.preference.sheet.SheetContent;
import org.horarium.server.preference.sheet.SheetContent.Entry;

/** Moves an activity up or down inside its bucket, for pages without scripts. */
final class SheetMoves {
    private SheetMoves() {}

    /**
     * Moves one place.
     *
     * @param content what is written
     * @param template of the activity; nothing happens when it is unranked or at the end already
     * @param up towards the first place
     */
    static SheetContent move(SheetContent content, UUID template, boolean up) {
        Entry moved = content.of(template);
        if (moved == null) {
            return content;
        }
        Bucket bucket = moved.bucket();
        List<Entry> inside = new ArrayList<>(content.entries().stream()
                .filter(entry -> entry.bucket() == bucket)
                .toList());
        int at = inside.indexOf(moved);
        int to = at + (up ? -1 : 1);
        if (to >= 0 && to < inside.size()) {
            Collections.swap(inside, at, to);
        }
        List<Entry> entries = new ArrayList<>(content.entries().stream()
                .filter(entry -> entry.bucket() != bucket)
                .toList());
        for (int i = 0; i < inside.size(); i++) {
            Entry entry = inside.get(i);
            entries.add(new Entry(entry.template(), bucket, i + 1, entry.reason()));
        }
        return new SheetContent(entries, content.unavailable(), content.comment());
    }
}
