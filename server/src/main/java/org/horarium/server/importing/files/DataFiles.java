package org.horarium.server.importing.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.horarium.formats.FormatException;
import org.horarium.formats.xml.XmlElement;
import org.horarium.formats.xml.XmlParser;

/** Recognises files by their content and reads their sheets. */
public final class DataFiles {
    private DataFiles() {}

    /**
     * A file as it was sent.
     *
     * @param name as its owner calls it
     * @param bytes its content
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    public record Upload(String name, byte[] bytes) {}

    /**
     * Reads all sheets of some files.
     *
     * @throws FormatException when one of them can't be read; says why and what to do
     */
    public static List<SheetData> read(List<Upload> files) {
        Limits limits = new Limits();
        List<SheetData> sheets = new ArrayList<>();
        for (Upload file : files) {
            if (file.bytes().length > Limits.BYTES) {
                throw new FormatException(
                        file.name(), "The file has more than " + (Limits.BYTES >> 20) + " MB, the most that is read.");
            }
            sheets.addAll(read(file, limits));
        }
        List<SheetData> filled = sheets.stream()
                .filter(sheet -> !sheet.header().isEmpty() || !sheet.notes().isEmpty())
                .toList();
        if (filled.isEmpty()) {
            throw new FormatException("", "There is nothing in the file. The first row must name the columns.");
        }
        return filled;
    }

    private static List<SheetData> read(Upload file, Limits limits) {
        byte[] bytes = file.bytes();
        if (XlsxFile.isPacked(bytes)) {
            return XlsxFile.read(file.name(), bytes, limits);
        }
        if (XlsxFile.isOld(bytes)) {
            throw new FormatException(
                    file.name(),
                    "The workbook is of the old kind (XLS) or protected. Save it as XLSX without a password.");
        }
        if (isXml(bytes)) {
            return xml(file);
        }
        return List.of(CsvFile.read(plainName(file.name()), bytes, limits));
    }

    private static boolean isXml(byte[] bytes) {
        for (byte b : bytes) {
            if (b == '<') {
                return true;
            }
            boolean mark = b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF;
            if (!Character.isWhitespace(b) && !mark) {
                return false;
            }
        }
        return false;
    }

    private static List<SheetData> xml(Upload file) {
        XmlElement root;
        try {
            root = XmlParser.parse(new ByteArrayInputStream(file.bytes()), Limits.BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return switch (root.name()) {
            case "fet" -> new FetSheets(root).sheets();
            case "problem" -> new Itc2019Sheets(root).sheets();
            default ->
                throw new FormatException(
                        file.name(),
                        "The file begins with <" + root.name()
                                + ">. Known are FET (<fet>) and ITC-2019 (<problem>), CSV and XLSX.");
        };
    }

    private static String plainName(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
