package org.horarium.server.preference.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.horarium.formats.college.Preference.Bucket;
import org.horarium.server.platform.InputError;

/** What can be wrong with a sheet; all faults at once. */
final class SheetChecks {
    static final int REASON_LENGTH = 1000;
    static final int COMMENT_LENGTH = 2000;
    static final int MAX_ORDER = 1000;

    private SheetChecks() {}

    /** Faults that no draft may have. */
    static List<InputError> draft(SheetContent content, List<Item> items, WeekSlots.Week week, Texts texts) {
        List<InputError> faults = new ArrayList<>();
        Set<UUID> own = items.stream().map(Item::template).collect(Collectors.toSet());
        Set<UUID> seen = new HashSet<>();
        for (SheetContent.Entry entry : content.entries()) {
            String where = "/entries/" + entry.template();
            if (!own.contains(entry.template())) {
                faults.add(new InputError(where, texts.of("portal.fault.foreign")));
            }
            if (!seen.add(entry.template())) {
                faults.add(new InputError(where, texts.of("portal.fault.twice")));
            }
            if (entry.order() != null && (entry.order() < 1 || entry.order() > MAX_ORDER)) {
                faults.add(new InputError(where, texts.of("portal.fault.place", entry.order(), MAX_ORDER)));
            }
            if (entry.reason() != null && entry.reason().length() > REASON_LENGTH) {
                faults.add(new InputError(where, texts.of("portal.fault.reason.long", REASON_LENGTH)));
            }
        }
        if (content.comment().length() > COMMENT_LENGTH) {
            faults.add(new InputError("/comment", texts.of("portal.fault.comment.long", COMMENT_LENGTH)));
        }
        for (SheetContent.Cell cell : content.unavailable()) {
            if (!week.has(cell)) {
                faults.add(new InputError("/unavailable", texts.of("portal.fault.slot", cell.day(), cell.start())));
            }
        }
        return faults;
    }

    /** Faults that only matter when a sheet is submitted. */
    static List<InputError> submission(SheetContent content, List<Item> items, int vetoBudget, Texts texts) {
        List<InputError> faults = new ArrayList<>();
        List<SheetContent.Entry> vetoes = content.entries().stream()
                .filter(entry -> entry.bucket() == Bucket.CANNOT)
                .toList();
        for (SheetContent.Entry veto : vetoes) {
            if (veto.reason() == null) {
                String name = items.stream()
                        .filter(item -> item.template().equals(veto.template()))
                        .map(Item::name)
                        .findFirst()
                        .orElse("?");
                faults.add(new InputError("/entries/" + veto.template(), texts.of("portal.fault.reason", name)));
            }
        }
        if (vetoes.size() > vetoBudget) {
            faults.add(new InputError("/entries", texts.of("portal.fault.vetoes", vetoes.size(), vetoBudget)));
        }
        return faults;
    }
}
