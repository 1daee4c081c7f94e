package org.horarium.server.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.horarium.server.access.Actor;
import org.horarium.server.document.CsvTable;
import org.horarium.server.importing.files.XlsxFile;
import org.horarium.server.institution.records.Column;
import org.horarium.server.institution.records.RecordKind;
import org.horarium.server.institution.records.RecordLists;
import org.springframework.stereotype.Service;

/** Tables to files, in the columns that imports read; and empty tables with sample rows. */
@Service
public class Exports {
    private final RecordLists lists;

    Exports(RecordLists lists) {
        this.lists = lists;
    }

    private static List<String> header(RecordKind kind) {
        return kind.editable().stream().map(Column::name).toList();
    }

    /** The records of a kind that somebody sees and that are not archived. */
    public void csv(RecordKind kind, Actor actor, Writer out) throws IOException {
        try (CsvTable table = new CsvTable(out, header(kind))) {
            lists.export(
                    kind,
                    actor,
                    false,
                    record -> table.row(header(kind).stream().map(record::value).toList()));
        }
    }

    /** All of them, a sheet for each kind. */
    public void workbook(Actor actor, OutputStream out) throws IOException {
        List<XlsxFile.Table> tables = new ArrayList<>();
        for (RecordKind kind : RecordKind.values()) {
            List<List<String>> rows = new ArrayList<>();
            lists.export(
                    kind,
                    actor,
                    false,
                    record -> rows.add(header(kind).stream().map(record::value).toList()));
            tables.add(new XlsxFile.Table(kind.path(), header(kind), rows));
        }
        XlsxFile.write(out, tables);
    }

    private static List<List<String>> samples(RecordKind kind) {
        List<List<String>> rows = new ArrayList<>();
        int count = kind.editable().get(0).samples().size();
        for (int i = 0; i < count; i++) {
            int row = i;
            rows.add(kind.editable().stream()
                    .map(column ->
                            row < column.samples().size() ? column.samples().get(row) : "")
                    .toList());
        }
        return rows;
    }

    /** A table of a kind with sample rows. */
    public void template(RecordKind kind, Writer out) throws IOException {
        try (CsvTable table = new CsvTable(out, header(kind))) {
            samples(kind).forEach(table::row);
        }
    }

    /** A workbook with sample rows: a small college that can be imported as it is. */
    public void template(OutputStream out) throws IOException {
        XlsxFile.write(
                out,
                Stream.of(RecordKind.values())
                        .map(kind -> new XlsxFile.Table(kind.path(), header(kind), samples(kind)))
                        .toList());
    }
}
