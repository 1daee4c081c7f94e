package org.horarium.server.preference.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.horarium.formats.college.Preference.Bucket;
import org.horarium.server.platform.InputError;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.preference.sheet.SheetContent;
import org.horarium.server.preference.sheet.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What the form of the sheet sends: for each activity one value in each of four lists, in the order of the page.
 *
 * @param version of the draft that the page showed
 * @param template ids
 * @param bucket names of buckets, empty for unranked
 * @param place numbers, empty for none
 * @param reason texts, empty for none
 * @param cell slots of the week, {@code day@HH:mm}
 * @param comment to the planner
 */
record SheetForm(
        long version,
        List<String> template,
        List<String> bucket,
        List<String> place,
        List<String> reason,
        List<String> cell,
        String comment) {
    private static final int MOST_ITEMS = 1000;

    /** Takes the values as they are sent: the framework's binding would split single ones at commas. */
    static SheetForm of(HttpServletRequest request) {
        return new SheetForm(
                version(request.getParameter("version")),
                values(request, "template"),
                values(request, "bucket"),
                values(request, "place"),
                values(request, "reason"),
                values(request, "cell"),
                Objects.requireNonNullElse(request.getParameter("comment"), ""));
    }

    private static long version(@Nullable String text) {
        try {
            return text == null ? -1 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static List<String> values(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : List.of(values);
    }

    /**
     * What it says. Places become 1, 2, 3, … inside each bucket, ties stay ties.
     *
     * @throws InvalidInputException when it is no such form
     */
    SheetContent content(Texts texts) {
        if (template.size() > MOST_ITEMS
                || bucket.size() != template.size()
                || place.size() != template.size()
                || reason.size() != template.size()) {
            throw new InvalidInputException("", texts.of("portal.fault.damaged"));
        }
        List<InputError> faults = new ArrayList<>();
        List<SheetContent.Entry> entries = new ArrayList<>();
        for (int i = 0; i < template.size(); i++) {
            if (!bucket.get(i).isEmpty()) {
                add(template.get(i), bucket.get(i), place.get(i), reason.get(i), entries, faults, texts);
            }
        }
        List<SheetContent.Cell> cells = new ArrayList<>();
        cell.forEach(text -> add(text, cells, faults, texts));
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
        return new SheetContent(
                dense(entries), cells, comment.replace("\r\n", "\n").strip());
    }

    private static void add(
            String template,
            String bucket,
            String place,
            String reason,
            List<SheetContent.Entry> entries,
            List<InputError> faults,
            Texts texts) {
        try {
            String why = reason.replace("\r\n", "\n").strip();
            entries.add(new SheetContent.Entry(
                    UUID.fromString(template),
                    Bucket.valueOf(bucket),
                    place.isBlank() ? null : Integer.valueOf(place.strip()),
                    why.isEmpty() ? null : why));
        } catch (NumberFormatException e) {
            faults.add(new InputError("/entries", texts.of("portal.fault.number", shown(place))));
        } catch (IllegalArgumentException e) {
            faults.add(new InputError("/entries", texts.of("portal.fault.unknown", shown(template), shown(bucket))));
        }
    }

    private static void add(String text, List<SheetContent.Cell> cells, List<InputError> faults, Texts texts) {
        int at = text.indexOf('@');
        try {
            cells.add(new SheetContent.Cell(
                    Integer.parseInt(text.substring(0, Math.max(at, 0))), LocalTime.parse(text.substring(at + 1))));
        } catch (NumberFormatException | DateTimeException e) {
            faults.add(new InputError("/unavailable", texts.of("portal.fault.slotform", shown(text))));
        }
    }

    private static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private static List<SheetContent.Entry> dense(List<SheetContent.Entry> entries) {
        List<SheetContent.Entry> dense = new ArrayList<>();
        for (Bucket bucket : Bucket.values()) {
            List<SheetContent.Entry> inside =
                    entries.stream().filter(entry -> entry.bucket() == bucket).toList();
            TreeSet<Integer> places = new TreeSet<>();
            for (SheetContent.Entry entry : inside) {
                if (entry.order() != null && entry.order() > 0) {
                    places.add(entry.order());
                }
            }
            for (SheetContent.Entry entry : inside) {
                Integer order = entry.order();
                dense.add(new SheetContent.Entry(
                        entry.template(),
                        bucket,
                        order == null || order < 1
                                ? order
                                : Integer.valueOf(places.headSet(order).size() + 1),
                        entry.reason()));
            }
        }
        return dense;
    }
}
