package org.horarium.server.importing.files;

import org.horarium.formats.FormatException;

/** How large files may be. Far above what colleges have, far below what fills the memory. */
public final class Limits {
    /** Bytes of an uploaded file. */
    public static final int BYTES = 20 << 20;

    static final int ROWS = 50_000;
    static final int COLUMNS = 200;
    static final int CELLS = 1_000_000;
    static final int CELL_LENGTH = 20_000;
    /** Bytes of a workbook when unpacked. */
    static final long UNPACKED = 64L << 20;

    static final int ZIP_ENTRIES = 500;

    private int cells;

    /** Counts a row; complains when there are too many rows, columns or cells. */
    void count(String sheet, int row, int columns) {
        if (row > ROWS) {
            throw new FormatException(
                    sheet + ", row " + row, "The sheet has more than " + ROWS + " rows, the most that are read.");
        }
        if (columns > COLUMNS) {
            throw new FormatException(
                    sheet + ", row " + row,
                    "The row has " + columns + " columns; " + COLUMNS
                            + " are read at most. Is it the right file, and the right delimiter?");
        }
        cells += columns;
        if (cells > CELLS) {
            throw new FormatException(
                    sheet + ", row " + row, "The file has more than " + CELLS + " cells, the most that are read.");
        }
    }
}
