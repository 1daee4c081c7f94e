package org.horarium.formats.xml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An element of a document.
 *
 * @param name local name
 * @param attributes values by name
 * @param children elements directly in it
 * @param text all text directly in it, without white space at its ends
 * @param line where its start tag ends, from 1
 */
public record XmlElement(
        String name, Map<String, String> attributes, List<XmlElement> children, String text, int line) {
    /** The value of an attribute; null when it is not there. */
    public @Nullable String attribute(String attribute) {
        return attributes.get(attribute);
    }

    /** The children of that name, in their order. */
    public List<XmlElement> children(String child) {
        return children.stream().filter(element -> element.name.equals(child)).toList();
    }

    /** The first child of that name. */
    public Optional<XmlElement> child(String child) {
        return children.stream().filter(element -> element.name.equals(child)).findFirst();
    }

    /** The text of the first child of that name; empty when there is no such child. */
    public String textOf(String child) {
        return child(child).map(XmlElement::text).orElse("");
    }
}
