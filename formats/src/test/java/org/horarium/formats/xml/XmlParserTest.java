package org.horarium.formats.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.horarium.formats.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XmlParserTest {
    private static XmlElement parse(String text) throws IOException {
        return parse(text, StandardCharsets.UTF_8);
    }

    private static XmlElement parse(String text, Charset charset) throws IOException {
        return XmlParser.parse(new ByteArrayInputStream(text.getBytes(charset)), 1 << 20);
    }

    @Test
    void readsElementsAttributesTextAndLines() throws IOException {
        XmlElement root = parse("<a x='1'>\n <b> one <!-- no --> &amp; <![CDATA[<two>]]> </b>\n <c/></a>");

        assertThat(root.attribute("x")).isEqualTo("1");
        assertThat(root.textOf("b")).isEqualTo("one  & <two>");
        assertThat(root.child("c").orElseThrow().line()).isEqualTo(3);
    }

    @Test
    void toleratesAByteOrderMarkAndADoctype() throws IOException {
        String text = "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<!DOCTYPE a PUBLIC \"-//x\" \"http://localhost:1/never-loaded.dtd\">\n<a/>";

        assertThat(parse(text).name()).isEqualTo("a");
    }

    @Test
    void readsOtherEncodings() throws IOException {
        String text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>Łódź</a>";

        assertThat(parse(text, StandardCharsets.UTF_16).text()).isEqualTo("Łódź");
        assertThat(parse("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>é</a>", StandardCharsets.ISO_8859_1)
                        .text())
                .isEqualTo("é");
    }

    @Test
    void expandsNoEntities() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 \"boom boom boom\">");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY e%d \"&e%d;&e%d;&e%d;\">".formatted(i, i - 1, i - 1, i - 1));
        }
        bomb.append("]>\n<a>&e29;</a>");

        assertThatThrownBy(() -> parse(bomb.toString()))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("e29");
    }

    @Test
    void expandsNoEntitiesInAttributes() {
        assertThatThrownBy(() -> parse("<!DOCTYPE a [<!ENTITY e \"boom\">]>\n<a x='&e;'/>"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void readsNoOtherFile(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        String text = "<!DOCTYPE a [<!ENTITY e SYSTEM \"%s\">]>\n<a>&e;</a>".formatted(secret.toUri());

        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(FormatException.class)
                .hasMessageNotContaining("secret.txt")
                .hasMessageContaining("line 2");
    }

    @Test
    void saysWhereAFileIsCutOff() {
        assertThatThrownBy(() -> parse("<a>\n<b>\n"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining("cut off");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> parse("")).isInstanceOf(FormatException.class);
    }

    @Test
    void refusesDeepNesting() {
        assertThatThrownBy(() -> parse("<a>".repeat(100_000)))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("nested more than 64 deep");
    }

    /** A gigabyte that never exists: the reader must give up long before its end. */
    @Test
    void refusesAFileThatIsTooLarge() {
        InputStream endless = new InputStream() {
            private long given;

            @Override
            public int read() {
                given++;
                if (given > 1L << 30) {
                    throw new IllegalStateException("read to the end");
                }
                return given == 1 ? '<' : given == 2 ? 'a' : given == 3 ? '>' : ' ';
            }
        };

        assertThatThrownBy(() -> XmlParser.parse(endless, 2 << 20))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("larger than 2 MB");
    }
}
