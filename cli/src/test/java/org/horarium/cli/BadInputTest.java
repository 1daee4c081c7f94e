package org.horarium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are wrong: told with their line or id, nothing written, never a stack trace. */
class BadInputTest {
    private static final String SOUND = """
            <?xml version="1.0" encoding="UTF-8"?>
            <problem name="bad" nrDays="5" slotsPerDay="10" nrWeeks="1">
              <optimization time="1" room="1" distribution="1" student="1"/>
              <rooms><room id="r1" capacity="20"/></rooms>
              <courses><course id="1"><config id="1"><subpart id="1">
                <class id="k1" limit="10"><room id="r1" penalty="0"/>
                  <time days="10000" start="1" length="2" weeks="1" penalty="0"/></class>
                <class id="k2" limit="10"><room id="r1" penalty="0"/>
                  <time days="01000" start="1" length="2" weeks="1" penalty="0"/></class>
              </subpart></config></course></courses>
              <distributions/>
              <students/>
            </problem>
            """;

    @TempDir
    private Path folder = Path.of("");

    private void refused(String content, String... told) throws IOException {
        Path in = Files.writeString(folder.resolve("in.xml"), content);
        refused(in, told);
    }

    private void refused(Path in, String... told) {
        Path out = folder.resolve("out.xml");
        Run run = Run.of("convert", in, out);
        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.err()).startsWith(in.toString()).contains(told).doesNotContain("Exception");
        assertThat(List.of(folder.toFile().list()))
                .containsExactly(in.getFileName().toString());
    }

    @Test
    void theSoundFileIsFine() throws IOException {
        Path in = Files.writeString(folder.resolve("in.xml"), SOUND);
        assertThat(Run.of("convert", in, folder.resolve("out.xml"))).isEqualTo(new Run(ExitStatus.DONE, "", ""));
    }

    @Test
    void truncatedXml() throws IOException {
        refused(SOUND.substring(0, SOUND.indexOf("<distributions")), "line 1");
    }

    @Test
    void aClassWithoutTime() throws IOException {
        refused(
                SOUND.replace("<time days=\"10000\" start=\"1\" length=\"2\" weeks=\"1\" penalty=\"0\"/>", ""),
                "line 6",
                "k1");
    }

    @Test
    void aRoomThatDoesNotExist() throws IOException {
        refused(SOUND.replaceFirst("<room id=\"r1\" penalty", "<room id=\"r7\" penalty"), "line 6", "r7");
    }

    @Test
    void aCycleOfParents() throws IOException {
        refused(
                SOUND.replace("id=\"k1\"", "id=\"k1\" parent=\"k2\"").replace("id=\"k2\"", "id=\"k2\" parent=\"k1\""),
                "k1",
                "cycle");
    }

    @Test
    void anEntityBomb() throws IOException {
        String bomb = """
                <!DOCTYPE problem [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
                """;
        refused(SOUND.replace("?>\n", "?>\n" + bomb).replace("name=\"bad\"", "name=\"&c;\""), "line");
    }

    @Test
    void negativeLengths() throws IOException {
        refused(SOUND.replaceFirst("length=\"2\"", "length=\"-3\""), "line 7", "-3");
    }

    @Test
    void idsThatOccurTwice() throws IOException {
        refused(SOUND.replace("id=\"k2\"", "id=\"k1\""), "line 8", "k1");
    }

    /** The file has a gigabyte by its size alone; none of it is kept in memory. */
    @Test
    void aFileOfAGigabyte() throws IOException {
        Path in = folder.resolve("in.xml");
        try (RandomAccessFile file = new RandomAccessFile(in.toFile(), "rw")) {
            file.write(SOUND.getBytes(StandardCharsets.UTF_8));
            file.setLength(1L << 30);
        }
        refused(in, "larger than 100 MB");
    }
}
