package org.horarium.server.importing.files;

import java.util.List;

/**
 * A sheet of a file: texts in rows.
 *
 * @param name of the sheet, or of the file without its ending
 * @param header names of the columns, as they stand there
 * @param rows the rows below the header that hold anything
 * @param notes what of the file could not be taken over; for people
 */
public record SheetData(String name, List<String> header, List<SheetRow> rows, List<String> notes) {
    public SheetData {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /**
     * A row.
     *
     * @param number from 1, the header counts
     * @param cells texts; may be fewer than columns
     */
    public record SheetRow(int number, List<String> cells) {
        public SheetRow {
            cells = List.copyOf(cells);
        }

        /** The text of a column, from 0; empty when the row is shorter. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }
}
