package org.horarium.formats.fet;

import java.util.List;
import java.util.Map;
import org.horarium.formats.FaultCollector;
import org.horarium.formats.xml.XmlElement;

/** An element whose values are the texts of its children; tells what is wrong with them. */
final class FetItem {
    private final XmlElement element;
    private final FaultCollector faults;

    FetItem(XmlElement element, FaultCollector faults) {
        this.element = element;
        this.faults = faults;
    }

    int line() {
        return element.line();
    }

    String type() {
        return element.name();
    }

    void fault(String message) {
        faults.add(element.line(), message);
    }

    /** A text that must be there; {@code ?} when it is not. */
    String text(String child) {
        String value = element.textOf(child);
        if (value.isEmpty()) {
            fault("The %s has no <%s>.".formatted(type(), child));
            return "?";
        }
        return value;
    }

    /** A text that may be missing. */
    String optional(String child) {
        return element.textOf(child);
    }

    /** The first of several names that the format uses for the same thing. */
    String either(String child, String other) {
        return element.child(child).isPresent() ? text(child) : text(other);
    }

    List<String> texts(String child) {
        return element.children(child).stream()
                .map(XmlElement::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    List<FetItem> items(String child) {
        return element.children(child).stream()
                .map(item -> new FetItem(item, faults))
                .toList();
    }

    boolean isTrue(String child) {
        return optional(child).equals("true");
    }

    /** FET's {@code Active}; missing means yes. */
    boolean active() {
        return !optional("Active").equals("false");
    }

    int number(String child, int min, int max) {
        String value = text(child);
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of bounds.
        }
        if (!value.equals("?")) {
            fault("The <%s> of %s (%s) must be a whole number between %d and %d."
                    .formatted(child, type(), value, min, max));
        }
        return min;
    }

    int number(String child, int min, int max, int missing) {
        return optional(child).isEmpty() ? missing : number(child, min, max);
    }

    /** The position of a named day or hour; 0, and a fault, when there is no such name. */
    int position(String child, String kind, Map<String, Integer> positions) {
        String name = text(child);
        Integer position = positions.get(name);
        if (position == null) {
            fault("The %s names a %s (%s) that does not exist. %s"
                    .formatted(type(), kind, name, faults.advice(name, positions.keySet())));
            return 0;
        }
        return position;
    }

    /** A fault unless the name is known. */
    boolean known(String kind, String name, java.util.Collection<String> names) {
        if (!names.contains(name)) {
            fault("The %s names a %s (%s) that does not exist. %s"
                    .formatted(type(), kind, name, faults.advice(name, names)));
            return false;
        }
        return true;
    }

    FetWeight weight() {
        String value = text("Weight_Percentage");
        try {
            double percent = Double.parseDouble(value);
            if (percent >= 0 && percent <= 100) {
                return new FetWeight(percent);
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of bounds.
        }
        fault("The <Weight_Percentage> of %s (%s) must be a number between 0 and 100.".formatted(type(), value));
        return new FetWeight(100);
    }
}
