package org.horarium.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something said to people: phrases with what is filled in, so that it can be said in any language.
 *
 * @param parts in their order
 */
public record Wording(List<Part> parts) {
    public Wording {
        parts = List.copyOf(parts);
    }

    /**
     * A phrase with its values.
     *
     * @param phrase which
     * @param values what is filled in: texts and whole numbers, or lists of texts
     */
    public record Part(Phrase phrase, List<Object> values) {
        public Part {
            values = List.copyOf(values);
        }
    }

    /** One phrase. */
    public static Wording of(Phrase phrase, Object... values) {
        return new Wording(List.of(new Part(phrase, List.of(values))));
    }

    /** A text in a language that nobody translates. */
    public static Wording of(String text) {
        return of(Phrase.AS_IS, text);
    }

    /** This, and then something more. */
    public Wording and(Wording more) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(more.parts);
        return new Wording(all);
    }

    /** In English. */
    public String text() {
        return parts.stream().map(p -> p.phrase().english(p.values())).collect(Collectors.joining(" "));
    }

    /** {@code a, b and c}. */
    public static String joined(List<?> words, String and) {
        List<String> list = words.stream().map(String::valueOf).toList();
        return list.size() < 2
                ? String.join("", list)
                : String.join(", ", list.subList(0, list.size() - 1)) + and + list.get(list.size() - 1);
    }

    @Override
    public String toString() {
        return text();
    }
}
