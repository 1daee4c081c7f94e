package org.horarium.formats.json;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lays a document out for people and for line-by-line comparison: what fits into {@value #WIDTH} characters stands on one
 * line, the rest is broken up and indented.
 */
final class JsonLayout {
    private static final int WIDTH = 140;
    private static final String INDENT = "  ";

    private final ObjectWriter oneLine;

    JsonLayout(JsonMapper mapper) {
        Separators spaced = Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Spacing.AFTER)
                .withObjectEntrySpacing(Spacing.AFTER)
                .withArrayElementSpacing(Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        DefaultPrettyPrinter.Indenter none = DefaultPrettyPrinter.NopIndenter.instance();
        oneLine = mapper.writer()
                .with(new DefaultPrettyPrinter(spaced).withObjectIndenter(none).withArrayIndenter(none));
    }

    /** The whole document; its own members always stand on lines of their own. */
    String of(JsonNode document) {
        return broken(document, "");
    }

    private String node(JsonNode node, String indent, int used) {
        String flat = oneLine.writeValueAsString(node);
        return node.isEmpty() || indent.length() + used + flat.length() <= WIDTH ? flat : broken(node, indent);
    }

    private String broken(JsonNode node, String indent) {
        List<String> lines = new ArrayList<>();
        String inner = indent + INDENT;
        if (node.isArray()) {
            for (JsonNode element : node) {
                lines.add(inner + node(element, inner, 1));
            }
            return "[\n" + String.join(",\n", lines) + "\n" + indent + "]";
        }
        node.properties().forEach(member -> {
            String name = oneLine.writeValueAsString(member.getKey()) + ": ";
            lines.add(inner + name + node(member.getValue(), inner, name.length() + 1));
        });
        return "{\n" + String.join(",\n", lines) + "\n" + indent + "}";
    }
}
