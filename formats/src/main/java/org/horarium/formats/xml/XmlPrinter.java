package org.horarium.formats.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes an indented document in UTF-8. Not closed: the stream belongs to whoever gave it; {@link #finish()} flushes. */
public final class XmlPrinter {
    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;

    /**
     * Begins a document.
     *
     * @param out where it goes
     * @param doctype the whole DOCTYPE line, or empty for none
     * @throws IOException if it cannot be written
     */
    public XmlPrinter(OutputStream out, String doctype) throws IOException {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        if (!doctype.isEmpty()) {
            this.out.write(doctype + "\n");
        }
    }

    /** Begins an element; attributes are pairs of name and value. */
    public XmlPrinter start(String name, Object... attributes) throws IOException {
        closeTag();
        indent();
        tag(name, attributes);
        open.push(name);
        inTag = true;
        return this;
    }

    /** Ends the element that was begun last. */
    public XmlPrinter end() throws IOException {
        String name = open.pop();
        if (inTag) {
            out.write("/>\n");
            inTag = false;
        } else {
            indent();
            out.write("</" + name + ">\n");
        }
        return this;
    }

    /** An element without children. */
    public XmlPrinter empty(String name, Object... attributes) throws IOException {
        return start(name, attributes).end();
    }

    /** An element that holds only a text. */
    public XmlPrinter text(String name, Object text) throws IOException {
        closeTag();
        indent();
        String value = escaped(text.toString());
        out.write(value.isEmpty() ? "<" + name + "></" + name + ">\n" : "<" + name + ">" + value + "</" + name + ">\n");
        return this;
    }

    /** Ends all open elements and flushes. */
    public void finish() throws IOException {
        while (!open.isEmpty()) {
            end();
        }
        out.flush();
    }

    private void tag(String name, Object... attributes) throws IOException {
        out.write("<" + name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.write(" " + attributes[i] + "=\"" + escaped(attributes[i + 1].toString()) + "\"");
        }
    }

    private void closeTag() throws IOException {
        if (inTag) {
            out.write(">\n");
            inTag = false;
        }
    }

    private void indent() throws IOException {
        out.write("  ".repeat(open.size()));
    }

    private static String escaped(String value) {
        StringBuilder text = new StringBuilder(value.length());
        value.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\n', '\r', '\t' -> text.append("&#").append(c).append(';');
                default -> text.appendCodePoint(isXml(c) ? c : '\uFFFD');
            }
        });
        return text.toString();
    }

    /** XML 1.0 has no way to say most control characters and lone surrogates. */
    private static boolean isXml(int c) {
        return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
