package org.horarium.server.publishing.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvFileTest {
    @Test
    void whatASpreadsheetWouldTakeForAFormulaIsQuoted() {
        assertThat(CsvFile.safe("=HYPERLINK(\"http://x\")")).isEqualTo("'=HYPERLINK(\"http://x\")");
        assertThat(CsvFile.safe("+1")).isEqualTo("'+1");
        assertThat(CsvFile.safe("-1")).isEqualTo("'-1");
        assertThat(CsvFile.safe("@SUM(A1)")).isEqualTo("'@SUM(A1)");
        assertThat(CsvFile.safe("Databases = hard")).isEqualTo("Databases = hard");
        assertThat(CsvFile.safe(null)).isEmpty();
    }
}
