package org.horarium.server.document;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** A table as comma-separated values (RFC 4180) for a spreadsheet or another program; no cell of it is a formula. */
public final class CsvTable implements Closeable {
    private final CsvWriter writer;

    /** Begins with the names of the columns. */
    public CsvTable(Writer out, List<String> header) {
        writer = CsvWriter.builder().build(out);
        writer.writeRecord(header);
    }

    /** Adds a row; {@link Formulas#escape} makes its cells harmless. */
    public void row(List<String> cells) {
        writer.writeRecord(cells.stream().map(Formulas::escape).toList());
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
