package org.horarium.server.importing.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.horarium.formats.FormatException;
import org.horarium.server.document.Formulas;
import org.horarium.server.importing.files.SheetData.SheetRow;

/** Comma-separated values (RFC 4180) in UTF-8, with or without a byte order mark; also with semicolons or tabs. */
public final class CsvFile {
    private CsvFile() {}

    static SheetData read(String name, byte[] bytes, Limits limits) {
        String text = text(name, bytes);
        List<SheetRow> rows = new ArrayList<>();
        List<String> header = List.of();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(delimiter(text))
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(1 << 20)
                .ofCsvRecord(text)) {
            boolean first = true;
            for (CsvRecord record : reader) {
                List<String> cells = record.getFields();
                int number = (int) Math.min(Integer.MAX_VALUE, record.getStartingLineNumber());
                limits.count(name, number, cells.size());
                checkLengths(name, number, cells);
                if (first) {
                    header = cells;
                    first = false;
                } else if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                    rows.add(new SheetRow(
                            number, cells.stream().map(Formulas::unescape).toList()));
                }
            }
        } catch (CsvParseException e) {
            throw new FormatException(
                    name, "The file is no table that can be read: " + e.getMessage() + " Is a quote (\") not closed?");
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SheetData(name, header, rows, List.of());
    }

    private static void checkLengths(String name, int row, List<String> cells) {
        for (String cell : cells) {
            if (cell.length() > Limits.CELL_LENGTH) {
                throw new FormatException(
                        name + ", row " + row,
                        "A cell has " + cell.length() + " characters; " + Limits.CELL_LENGTH
                                + " are read at most. Is a quote (\") not closed?");
            }
        }
    }

    private static String text(String name, byte[] bytes) {
        boolean wide = bytes.length >= 2
                && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                        || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
        for (int i = 0; i < Math.min(bytes.length, 1000) && !wide; i++) {
            wide = bytes[i] == 0;
        }
        if (wide) {
            throw new FormatException(
                    name,
                    "The file is in UTF-16 or is no text at all. Save it as 'CSV UTF-8', or upload the workbook (XLSX).");
        }
        int start = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
        ByteBuffer input = ByteBuffer.wrap(bytes, start, bytes.length - start);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(input).toString();
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < input.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new FormatException(
                    name + ", line " + line,
                    "The text is not in UTF-8 from this line on. Save it as 'CSV UTF-8', or upload the workbook (XLSX).");
        }
    }

    /** The one of comma, semicolon and tab that occurs most often in the first line, outside of quotes. */
    private static char delimiter(String text) {
        int[] counts = new int[3];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                if (c == '\n' || c == '\r') {
                    break;
                }
                int index = ",;\t".indexOf(c);
                if (index >= 0) {
                    counts[index]++;
                }
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return ",;\t".charAt(best);
    }
}
