package org.horarium.server.importing.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.horarium.formats.xml.XmlElement;
import org.horarium.server.importing.files.SheetData.SheetRow;

/** Collects rows of several sheets; the codes of what has only a name are made here. */
final class Sheets {
    private static final int CODE_LENGTH = 80;

    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final Map<String, List<SheetRow>> rows = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    void begin(String sheet, String... columns) {
        headers.put(sheet, List.of(columns));
        rows.put(sheet, new ArrayList<>());
    }

    void row(String sheet, String... cells) {
        List<SheetRow> own = rows.getOrDefault(sheet, new ArrayList<>());
        own.add(new SheetRow(own.size() + 2, List.of(cells)));
    }

    void note(String text) {
        notes.add(text);
    }

    /** The sheets with rows; the notes go with the first. */
    List<SheetData> all() {
        List<SheetData> sheets = new ArrayList<>();
        headers.forEach((name, header) -> {
            List<SheetRow> own = rows.getOrDefault(name, List.of());
            if (!own.isEmpty()) {
                sheets.add(new SheetData(name, header, own, sheets.isEmpty() ? notes : List.of()));
            }
        });
        return sheets;
    }

    /** The items in all lists of a name. */
    static List<XmlElement> items(XmlElement root, String list, String item) {
        return root.children(list).stream()
                .flatMap(element -> element.children(item).stream())
                .toList();
    }

    /** A whole number in an element, of at most eight digits; another one when there is none. */
    static int number(XmlElement item, String child, int otherwise) {
        String text = item.textOf(child);
        return text.matches("\\d{1,8}") ? Integer.parseInt(text) : otherwise;
    }

    /** A name as a code: without the characters that separate codes. */
    static String code(String name) {
        String code = name.strip()
                .replaceAll("[/;,|\\p{Cntrl}]+", "_")
                .replaceAll("\\s+", " ")
                .strip();
        return code.length() > CODE_LENGTH ? code.substring(0, CODE_LENGTH).strip() : code;
    }

    /** A name of one line; never empty. */
    static String name(String name, String otherwise) {
        String line = name.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.isEmpty()
                ? otherwise
                : line.length() > 200 ? line.substring(0, 200).strip() : line;
    }

    /** A word for a type: lower case, hyphens between words. */
    static String word(String text) {
        return code(text).toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
