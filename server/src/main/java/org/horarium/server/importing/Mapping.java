package org.horarium.server.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.horarium.server.importing.files.SheetData;
import org.horarium.server.importing.files.SheetData.SheetRow;
import org.horarium.server.institution.records.Column;
import org.horarium.server.institution.records.RecordEdit;
import org.horarium.server.institution.records.RecordEdit.Origin;
import org.horarium.server.institution.records.RecordFault;
import org.horarium.server.institution.records.RecordKind;

/**
 * What the sheets and columns of a file mean.
 *
 * @param sheets for each sheet in order, its kind and the meaning of its columns
 */
public record Mapping(List<SheetMapping> sheets) {
    public Mapping {
        sheets = List.copyOf(sheets);
    }

    /**
     * What a sheet means.
     *
     * @param kind path of its kind; empty to leave it out
     * @param columns for each column of the sheet the name of the record's column; empty to leave it out
     */
    public record SheetMapping(String kind, List<String> columns) {
        public SheetMapping {
            columns = List.copyOf(columns);
        }
    }

    private static final Map<String, String> SHEET_NAMES = Map.ofEntries(
            Map.entry("staff", "personnel"),
            Map.entry("teachers", "personnel"),
            Map.entry("people", "personnel"),
            Map.entry("lecturers", "personnel"),
            Map.entry("sections", "groups"),
            Map.entry("subgroups", "groups"),
            Map.entry("cohorts", "batches"),
            Map.entry("activities", "templates"),
            Map.entry("activity-templates", "templates"),
            Map.entry("subjects", "courses"),
            Map.entry("roles", "staff-roles"));

    /** A guess, by the names of sheets and headers; aliases are known. */
    public static Mapping guess(List<SheetData> sheets) {
        return new Mapping(sheets.stream().map(Mapping::guess).toList());
    }

    private static SheetMapping guess(SheetData sheet) {
        String name = plain(sheet.name()).replace('_', '-');
        RecordKind kind = RecordKind.of(SHEET_NAMES.getOrDefault(name, name)).orElse(null);
        if (kind == null) {
            int best = 1;
            for (RecordKind each : RecordKind.values()) {
                int score = score(each, sheet.header());
                if (score > best) {
                    best = score;
                    kind = each;
                }
            }
        }
        return kind == null
                ? new SheetMapping("", sheet.header().stream().map(header -> "").toList())
                : new SheetMapping(kind.path(), columns(kind, sheet.header()));
    }

    /** How many columns are found, less for what is needed and missing. */
    private static int score(RecordKind kind, List<String> headers) {
        List<String> found = columns(kind, headers);
        long missing = kind.editable().stream()
                .filter(column -> column.required() && column.fallback().isEmpty() && !found.contains(column.name()))
                .count();
        long known = found.stream().filter(name -> !name.isEmpty()).count();
        return (int) (known - 3 * missing);
    }

    /** The meaning of headers, each column once; exact names go before aliases. */
    static List<String> columns(RecordKind kind, List<String> headers) {
        Set<String> taken = new HashSet<>();
        String[] found = new String[headers.size()];
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < headers.size(); i++) {
                String header = plain(headers.get(i));
                for (Column column : kind.editable()) {
                    boolean match = pass == 0
                            ? column.name().equals(header)
                            : column.aliases().contains(header);
                    if (found[i] == null && match && taken.add(column.name())) {
                        found[i] = column.name();
                    }
                }
            }
        }
        List<String> columns = new ArrayList<>();
        for (String name : found) {
            columns.add(name == null ? "" : name);
        }
        return columns;
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    }

    /**
     * The rows as edits.
     *
     * @param faults gets what is wrong with the mapping itself
     */
    public List<RecordEdit> edits(List<SheetData> data, List<RecordFault> faults) {
        List<RecordEdit> edits = new ArrayList<>();
        for (int i = 0; i < Math.min(sheets.size(), data.size()); i++) {
            SheetMapping mapping = sheets.get(i);
            SheetData sheet = data.get(i);
            if (mapping.kind().isEmpty()) {
                continue;
            }
            RecordKind kind = RecordKind.of(mapping.kind()).orElseThrow();
            if (!mapping.columns().contains("code")) {
                faults.add(new RecordFault(
                        new Origin(sheet.name(), 1),
                        "code",
                        "No column of the sheet is the code. Say which one it is, or leave the sheet out."));
                continue;
            }
            for (SheetRow row : sheet.rows()) {
                Map<String, String> values = new HashMap<>();
                for (int column = 0; column < mapping.columns().size(); column++) {
                    String name = mapping.columns().get(column);
                    if (!name.isEmpty()) {
                        values.put(name, row.cell(column));
                    }
                }
                edits.add(new RecordEdit(kind, new Origin(sheet.name(), row.number()), values));
            }
        }
        return edits;
    }
}
