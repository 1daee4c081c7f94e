package org.horarium.server.importing.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.horarium.formats.xml.XmlElement;

/** Keeps the books of what became of each constraint of a FET file, so that none is left out without a word. */
final class FetLedger {
    private static final int EXAMPLES = 3;
    /** Elements that say what a constraint is about. */
    private static final List<String> SUBJECTS = List.of(
            "Teacher",
            "Teacher_Name",
            "Students",
            "Room",
            "Subject",
            "Subject_Name",
            "Activity_Tag",
            "Activity_Id",
            "First_Activity_Id");

    private static final class Account {
        int taken;
        int off;
        final Map<String, List<String>> left = new LinkedHashMap<>();
    }

    private final Map<String, Account> accounts = new TreeMap<>();

    private Account of(XmlElement constraint) {
        return accounts.computeIfAbsent(constraint.name(), name -> new Account());
    }

    /** It is said by a record now. */
    void taken(XmlElement constraint) {
        of(constraint).taken++;
    }

    /** It is switched off in the file. */
    void off(XmlElement constraint) {
        of(constraint).off++;
    }

    /** No record says it. */
    void left(XmlElement constraint, String why) {
        of(constraint).left.computeIfAbsent(why, reason -> new ArrayList<>()).add(subject(constraint));
    }

    private static String subject(XmlElement constraint) {
        return SUBJECTS.stream()
                .flatMap(name -> constraint.children(name).stream())
                .findFirst()
                .map(element -> (element.name().contains("Activity_Id") ? "activity " : "") + element.text())
                .orElse("");
    }

    /** A line for each type of constraint. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        accounts.forEach((type, account) -> {
            int left = account.left.values().stream().mapToInt(List::size).sum();
            if (left == 0) {
                if (account.taken > 0) {
                    lines.add("Taken over: " + account.taken + " × " + type + ".");
                }
            } else {
                lines.add("Not taken over: " + left
                        + (account.taken > 0 ? " of " + (left + account.taken) : "") + " × " + type + " ("
                        + String.join(
                                "; ",
                                account.left.entrySet().stream()
                                        .map(entry -> reason(entry.getKey(), entry.getValue()))
                                        .toList())
                        + ").");
            }
            if (account.off > 0) {
                lines.add("Not taken over: " + account.off + " × " + type + " (switched off in the file).");
            }
        });
        return lines;
    }

    private static String reason(String why, List<String> subjects) {
        List<String> named = subjects.stream()
                .filter(subject -> !subject.isEmpty())
                .distinct()
                .limit(EXAMPLES)
                .toList();
        return why
                + (named.isEmpty()
                        ? ""
                        : ": " + String.join(", ", named) + (subjects.size() > named.size() ? ", …" : ""));
    }
}
