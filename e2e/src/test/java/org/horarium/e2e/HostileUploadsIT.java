package org.horarium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Files that would fill the memory, sent to a product that has little of it. Each is refused in words, and it lives on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileUploadsIT {
    private static final int HEAP_MB = 256;
    private static final int MB = 1 << 20;

    private @Nullable HorariumProcess horarium;
    private @Nullable ApiClient api;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        horarium = HorariumProcess.startSmall(folder, HEAP_MB);
        api = ApiClient.logIn(horarium, "admin");
    }

    @AfterAll
    void stop() {
        if (horarium != null) {
            horarium.close();
        }
    }

    @Test
    void aHundredMegabytesAreRefusedWhetherAnnouncedOrNot() throws Exception {
        assertThat(upload("big.csv", new Zeros(100L * MB), 100L * MB).status()).isEqualTo(413);
        assertThat(upload("big.csv", new Zeros(100L * MB), -1).status()).isEqualTo(413);
        assertThatItLives();
    }

    @Test
    void aZipBombIsRefused() throws Exception {
        refused("bomb.xlsx", zip("xl/worksheets/sheet1.xml", new Zeros(1000L * MB)), "64 MB");
    }

    @Test
    void manyEmptyStringsAreRefused() throws Exception {
        InputStream strings = new SequenceInputStream(
                text("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"),
                new Repeated("<si><t></t></si>", 60L * MB));
        refused("strings.xlsx", zip("xl/sharedStrings.xml", strings), "texts");
    }

    @Test
    void manyStylesAreRefused() throws Exception {
        refused("styles.xlsx", zip("xl/styles.xml", new Repeated("<xf/>", 60L * MB)), "styles.xml");
    }

    @Test
    void fiveThousandColumnsAndUtf16AreRefused() throws Exception {
        refused("wide.csv", "a,".repeat(5000).getBytes(StandardCharsets.UTF_8), "5001 columns");
        refused("wide.csv", "code,name\nA,B".getBytes(StandardCharsets.UTF_16), "UTF-16");
    }

    @Test
    void aFileOfNothingButCellsIsReadOrRefused() throws Exception {
        byte[] commas = (",".repeat(150) + "\n").repeat(19 * MB / 151).getBytes(StandardCharsets.UTF_8);
        refused("cells.csv", commas, "cells");
    }

    private void refused(String name, byte[] content, String words) throws Exception {
        ApiClient.Answer answer = upload(name, new java.io.ByteArrayInputStream(content), content.length);
        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.body()).contains(words);
        assertThatItLives();
    }

    /** A file that is all right is taken. */
    private void assertThatItLives() throws Exception {
        byte[] rooms = "code,name,type,capacity\nE2E,Room,lecture,40\n".getBytes(StandardCharsets.UTF_8);
        ApiClient.Answer answer = upload("rooms.csv", new java.io.ByteArrayInputStream(rooms), rooms.length);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).contains("\"added\":1");
    }

    private ApiClient.Answer upload(String name, InputStream content, long length) throws Exception {
        return Objects.requireNonNull(api).upload("/api/imports", name, content, length);
    }

    private static byte[] zip(String part, InputStream content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String empty : List.of("[Content_Types].xml", "xl/workbook.xml")) {
                zip.putNextEntry(new ZipEntry(empty));
                zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry(part));
            content.transferTo(zip);
        }
        return bytes.toByteArray();
    }

    private static InputStream text(String text) {
        return new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** So many zeros. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long count) {
            left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? '0' : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int most) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, most);
            java.util.Arrays.fill(bytes, from, from + count, (byte) '0');
            left -= count;
            return count;
        }
    }

    /** A text again and again, up to so many bytes. */
    private static final class Repeated extends InputStream {
        private final byte[] text;
        private long left;
        private int at;

        Repeated(String text, long bytes) {
            this.text = text.getBytes(StandardCharsets.UTF_8);
            this.left = bytes / this.text.length * this.text.length;
        }

        @Override
        public int read() {
            if (left-- <= 0) {
                return -1;
            }
            int next = text[at];
            at = (at + 1) % text.length;
            return next;
        }
    }
}
