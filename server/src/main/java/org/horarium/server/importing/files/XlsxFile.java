package org.horarium.server.importing.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.horarium.formats.FormatException;
import org.horarium.server.document.Formulas;
import org.horarium.server.importing.files.SheetData.SheetRow;
import org.jspecify.annotations.Nullable;

/** Workbooks. Before the library sees one, it is unpacked once with everything counted, and refused when it is odd. */
public final class XlsxFile {
    private static final int WIDTH = 22;

    private XlsxFile() {}

    static List<SheetData> read(String name, byte[] bytes, Limits limits) {
        inspect(name, bytes);
        List<SheetData> sheets = new ArrayList<>();
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, false))) {
            for (Sheet sheet : book.getSheets().toList()) {
                sheets.add(sheet(sheet, limits));
            }
        } catch (IOException | ExcelReaderException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new FormatException(name, "The workbook can't be read: it is damaged, or protected by a password.");
        }
        return sheets;
    }

    private static SheetData sheet(Sheet sheet, Limits limits) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        List<String> header = new ArrayList<>();
        try (Stream<Row> stream = sheet.openStream()) {
            stream.forEach(row -> {
                limits.count(sheet.getName(), row.getRowNum(), row.getCellCount());
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.getCellCount(); i++) {
                    cells.add(Formulas.unescape(text(row.getCell(i))));
                }
                if (cells.stream().allMatch(String::isBlank)) {
                    return;
                }
                if (header.isEmpty()) {
                    header.addAll(cells);
                } else {
                    rows.add(new SheetRow(row.getRowNum(), cells));
                }
            });
        }
        return new SheetData(sheet.getName(), header, rows, List.of());
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        String text = switch (cell.getType()) {
            case NUMBER -> number(cell);
            case BOOLEAN -> Boolean.TRUE.equals(cell.asBoolean()) ? "yes" : "no";
            default -> cell.getText() == null ? "" : cell.getText();
        };
        if (text.length() > Limits.CELL_LENGTH) {
            throw new FormatException(
                    cell.getAddress().toString(),
                    "The cell has " + text.length() + " characters; " + Limits.CELL_LENGTH + " are read at most.");
        }
        return text;
    }

    /** Dates and times are numbers with a format. */
    private static String number(Cell cell) {
        String format = cell.getDataFormatString();
        BigDecimal number = cell.asNumber();
        if (format != null) {
            String plain = format.toLowerCase(Locale.ROOT).replaceAll("\\[[^]]*]|\"[^\"]*\"", "");
            if (plain.contains("y") || plain.contains("d")) {
                LocalDateTime date = cell.asDate();
                return date.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? date.toLocalDate().toString()
                        : date.toString();
            }
            if (plain.contains("h") && plain.contains("m")) {
                return cell.asDate().toLocalTime().withSecond(0).withNano(0).toString();
            }
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Unpacks everything once, keeping nothing: bombs, macros, links to other files and absurd addresses are refused. */
    private static void inspect(String name, byte[] bytes) {
        long unpacked = 0;
        int entries = 0;

        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                entries++;
                checkPart(name, entry.getName(), entries);
                XmlGuard guard = new XmlGuard(name, entry.getName());
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                        unpacked += count;
                        if (unpacked > Limits.UNPACKED) {
                            throw new FormatException(
                                    name,
                                    "The workbook unpacks to more than " + (Limits.UNPACKED >> 20)
                                            + " MB, the most that is read.");
                        }
                        guard.look(buffer, count);
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new FormatException(name, "The workbook is damaged or cut off. Save and upload it again.");
        }
        if (entries == 0) {
            throw new FormatException(name, "The file is no workbook.");
        }
    }

    private static void checkPart(String file, String part, int number) {
        String name = part.toLowerCase(Locale.ROOT);
        if (number > Limits.ZIP_ENTRIES) {
            throw new FormatException(file, "The workbook has more than " + Limits.ZIP_ENTRIES + " parts.");
        }
        if (name.contains("vbaproject") || name.contains("macrosheets")) {
            throw new FormatException(
                    file, "The workbook has macros. Save it as a plain workbook (XLSX) without them.");
        }
        if (name.contains("externallinks/") || name.contains("embeddings/")) {
            throw new FormatException(
                    file,
                    "The workbook refers to other files (" + part
                            + "). Paste the values instead of links, and save it again.");
        }
    }

    /**
     * Looks for a DOCTYPE, for columns beyond any sheet, and for masses of entries: all of these would be given room in
     * memory by the library.
     */
    private static final class XmlGuard {
        private static final byte[] REFERENCE = {' ', 'r', '=', '"'};
        private static final int LETTERS = 3;
        /** Parts that are not sheets or their texts are read into memory as a whole. */
        private static final int PLAIN_BYTES = 8 << 20;
        /** Tags of the texts that sheets share; a text has four. */
        private static final int TEXT_TAGS = 2_000_000;

        private final String file;
        private final String part;
        private final boolean isSheet;
        private final boolean isTexts;
        private int matched;
        private int letters = -1;
        private int doctype;
        private int read;
        private int tags;

        XmlGuard(String file, String part) {
            this.file = file;
            this.part = part;
            String lower = part.toLowerCase(Locale.ROOT);
            isSheet = lower.contains("worksheets/");
            isTexts = lower.contains("sharedstrings");
        }

        void look(byte[] bytes, int count) {
            read += count;
            if (!isSheet && !isTexts && read > PLAIN_BYTES) {
                throw new FormatException(
                        file,
                        "The part (" + part + ") has more than " + (PLAIN_BYTES >> 20)
                                + " MB. Copy the cells into a new workbook and save that.");
            }
            for (int i = 0; i < count; i++) {
                byte b = bytes[i];
                if (isTexts && b == '<' && ++tags > TEXT_TAGS) {
                    throw new FormatException(
                            file, "The workbook has too many different texts. Save only the cells that are needed.");
                }
                doctype = b == "<!DOCTYPE".charAt(doctype) ? doctype + 1 : b == '<' ? 1 : 0;
                if (doctype == "<!DOCTYPE".length()) {
                    throw new FormatException(file, "The part (" + part + ") has a DOCTYPE; no workbook needs one.");
                }
                if (letters >= 0) {
                    letters = b >= 'A' && b <= 'Z' ? letters + 1 : -1;
                    if (letters > LETTERS) {
                        throw new FormatException(file, "The part (" + part + ") has a column beyond XFD.");
                    }
                }
                matched = b == REFERENCE[matched] ? matched + 1 : b == REFERENCE[0] ? 1 : 0;
                if (matched == REFERENCE.length) {
                    letters = 0;
                    matched = 0;
                }
            }
        }
    }

    /** A sheet to be written: cells are texts, numbers or dates. */
    public record Table(String name, List<String> header, List<List<String>> rows) {
        public Table {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }
    }

    /**
     * Writes a workbook: a sheet for each table, its header frozen. Whole numbers are numbers, everything else is text,
     * so no cell is a formula.
     */
    public static void write(OutputStream out, List<Table> tables) throws IOException {
        try (Workbook book = new Workbook(out, "Horarium", "1.0")) {
            for (Table table : tables) {
                Worksheet sheet = book.newWorksheet(table.name());
                for (int column = 0; column < table.header().size(); column++) {
                    sheet.value(0, column, table.header().get(column));
                    sheet.style(0, column).bold().set();
                    sheet.width(column, WIDTH);
                }
                sheet.freezePane(0, 1);
                for (int row = 0; row < table.rows().size(); row++) {
                    List<String> cells = table.rows().get(row);
                    for (int column = 0; column < cells.size(); column++) {
                        String text = cells.get(column);
                        if (text.matches("0|[1-9]\\d{0,8}")) {
                            sheet.value(row + 1, column, Integer.valueOf(text));
                        } else if (!text.isEmpty()) {
                            sheet.value(row + 1, column, Formulas.escape(text));
                        }
                    }
                }
            }
        }
    }

    /** Whether the bytes begin like a packed file. */
    static boolean isPacked(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K';
    }

    /** Whether the bytes begin like an old or a protected workbook. */
    static boolean isOld(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == (byte) 0xD0 && bytes[1] == (byte) 0xCF;
    }
}
