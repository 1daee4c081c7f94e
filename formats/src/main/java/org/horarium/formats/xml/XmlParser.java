package org.horarium.formats.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.horarium.formats.BoundedInput;
import org.horarium.formats.FormatException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document into a tree. A DOCTYPE is tolerated but never followed; an entity that is not one of XML's own five is
 * an error, so nothing can expand.
 */
public final class XmlParser {
    private static final int DEEPEST = 64;
    private static final int MOST_ELEMENTS = 4_000_000;

    private final Map<String, String> pool = new HashMap<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int elements;

    private XmlParser() {}

    /**
     * Reads a document.
     *
     * @param in the bytes, with or without a byte order mark; not closed
     * @param limit largest number of bytes
     * @return its root element
     * @throws FormatException if it is no well-formed XML, or larger than the limits
     * @throws IOException if it cannot be read
     */
    public static XmlElement parse(InputStream in, long limit) throws IOException {
        return new XmlParser().read(new BoundedInput(in, limit));
    }

    private XmlElement read(InputStream in) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException io && !(io instanceof java.io.CharConversionException)) {
                throw io;
            }
            throw malformed(e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private XmlElement read(XMLStreamReader reader) throws XMLStreamException {
        XmlElement root = null;
        while (reader.hasNext()) {
            int line = reader.getLocation().getLineNumber();
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> open.push(start(reader));
                case XMLStreamConstants.END_ELEMENT -> root = end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.peek().text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new FormatException(
                            "line " + line,
                            "The entity (%s) is not allowed; only &amp; &lt; &gt; &quot; and &apos; are."
                                    .formatted(reader.getLocalName()));
                default -> {
                    // A DOCTYPE, comments and processing instructions say nothing that is needed.
                }
            }
        }
        if (root == null) {
            throw new FormatException("line 1", "The file holds no XML element.");
        }
        return root;
    }

    private Open start(XMLStreamReader reader) {
        int line = reader.getLocation().getLineNumber();
        elements++;
        if (elements > MOST_ELEMENTS) {
            throw new FormatException(
                    "line " + line,
                    "The file has more than %d elements, the most that are read.".formatted(MOST_ELEMENTS));
        }
        if (open.size() >= DEEPEST) {
            throw new FormatException("line " + line, "Elements are nested more than %d deep.".formatted(DEEPEST));
        }
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(pooled(reader.getAttributeLocalName(i)), pooled(reader.getAttributeValue(i)));
        }
        return new Open(pooled(reader.getLocalName()), Map.copyOf(attributes), line);
    }

    private @Nullable XmlElement end() {
        Open ended = open.pop();
        XmlElement element = new XmlElement(
                ended.name,
                ended.attributes,
                List.copyOf(ended.children),
                pooled(ended.text.toString().strip()),
                ended.line);
        if (open.isEmpty()) {
            return element;
        }
        open.peek().children.add(element);
        return null;
    }

    /** Files repeat few values very often. */
    private String pooled(String value) {
        return pool.computeIfAbsent(value, same -> same);
    }

    private static FormatException malformed(XMLStreamException e) {
        int line = e.getLocation() == null ? -1 : e.getLocation().getLineNumber();
        String reason = String.valueOf(e.getMessage());
        int message = reason.lastIndexOf("Message: ");
        if (message >= 0) {
            reason = reason.substring(message + "Message: ".length());
        }
        return new FormatException(
                line < 1 ? "" : "line " + line,
                "The file is no well-formed XML (is it cut off?): %s".formatted(reason.strip()));
    }

    /** An element whose end has not come yet. */
    private static final class Open {
        private final String name;
        private final Map<String, String> attributes;
        private final int line;
        private final List<XmlElement> children = new ArrayList<>(0);
        private final StringBuilder text = new StringBuilder(0);

        Open(String name, Map<String, String> attributes, int line) {
            this.name = name;
            this.attributes = attributes;
            this.line = line;
        }
    }
}
