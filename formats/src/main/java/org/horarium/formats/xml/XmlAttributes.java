package org.horarium.formats.xml;

import org.horarium.formats.FaultCollector;
import org.jspecify.annotations.Nullable;

/** Reads attributes of an element and tells what is wrong with them; a faulty value is replaced by a harmless one. */
public final class XmlAttributes {
    private final XmlElement element;
    private final String owner;
    private final FaultCollector faults;

    /**
     * Attributes of one element.
     *
     * @param element whose attributes
     * @param owner what people call it, for example {@code class (12)}
     * @param faults where faults go
     */
    public XmlAttributes(XmlElement element, String owner, FaultCollector faults) {
        this.element = element;
        this.owner = owner;
        this.faults = faults;
    }

    /** A value that must be there and must not be blank; {@code ?} when it is not. */
    public String text(String name) {
        String value = element.attribute(name);
        if (value == null || value.isBlank()) {
            faults.add(element.line(), "The %s has no %s.".formatted(owner, name));
            return "?";
        }
        return value.strip();
    }

    /** A value that may be missing. */
    public @Nullable String optional(String name) {
        return element.attribute(name);
    }

    /** A whole number that must be there, within bounds; the lower bound when it is not. */
    public int number(String name, int min, int max) {
        String value = element.attribute(name);
        if (value == null) {
            faults.add(element.line(), "The %s has no %s.".formatted(owner, name));
            return min;
        }
        return parse(name, value, min, max);
    }

    /** A whole number that may be missing. */
    public int number(String name, int min, int max, int missing) {
        String value = element.attribute(name);
        return value == null ? missing : parse(name, value, min, max);
    }

    private int parse(String name, String value, int min, int max) {
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of bounds.
        }
        faults.add(
                element.line(),
                "The %s of %s (%s) must be a whole number between %d and %d.".formatted(name, owner, value, min, max));
        return min;
    }

    /**
     * A mask of zeros and ones, the first character being the first day or week.
     *
     * @param name of the attribute
     * @param length number of characters it must have, at most 64
     * @return bit 0 for the first character; 0 when it is faulty
     */
    public long mask(String name, int length) {
        String value = element.attribute(name);
        if (value == null) {
            faults.add(element.line(), "The %s has no %s.".formatted(owner, name));
            return 0;
        }
        long mask = 0;
        boolean binary = value.length() == length;
        for (int i = 0; binary && i < length; i++) {
            char bit = value.charAt(i);
            binary = bit == '0' || bit == '1';
            mask |= bit == '1' ? 1L << i : 0;
        }
        if (!binary) {
            faults.add(
                    element.line(),
                    "The %s of %s (%s) must be %d zeros and ones.".formatted(name, owner, value, length));
            return 0;
        }
        return mask;
    }
}
