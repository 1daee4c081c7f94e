package org.horarium.server.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
    @Test
    void rowsAreOfTheStandardAndQuotedWhereNeeded() throws IOException {
        StringWriter text = new StringWriter();
        try (CsvTable table = new CsvTable(text, List.of("code", "name"))) {
            table.row(List.of("R1", "North, \"large\""));
            table.row(List.of("", "two\nlines"));
        }
        assertThat(text).hasToString("code,name\r\nR1,\"North, \"\"large\"\"\"\r\n,\"two\nlines\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "\t=1", "'=1"})
    void whatASpreadsheetWouldTakeForAFormulaIsMadeHarmlessAndComesBack(String text) {
        assertThat(Formulas.escape(text)).isEqualTo("'" + text);
        assertThat(Formulas.unescape(Formulas.escape(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Databases = hard", "'quoted'", "2 + 2"})
    void everythingElseStaysAsItIs(String text) {
        assertThat(Formulas.escape(text)).isEqualTo(text);
        assertThat(Formulas.unescape(text)).isEqualTo(text);
    }
}
