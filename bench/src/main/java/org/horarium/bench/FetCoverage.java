package org.horarium.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.horarium.formats.Fault;
import org.horarium.formats.FormatException;
import org.horarium.formats.Imported;
import org.horarium.formats.fet.Fet;

/** What the reader makes of all of FET's examples: which are read, and what of them is not. */
final class FetCoverage {
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Map<String, Integer> files = new TreeMap<>();

    /** Two tables with the command above, as Markdown. */
    String markdown(String command) throws IOException {
        for (Path file : examples()) {
            try {
                Imported read = Fet.readProblem(file);
                count(outcomes, read.warnings().isEmpty() ? "read whole" : "read with warnings");
                kinds(read.warnings()).forEach(kind -> count(files, kind));
            } catch (FormatException refused) {
                kinds(refused.faults()).forEach(kind -> count(outcomes, "refused: " + kind));
            }
        }
        return "`%s`%n%n%s%n%s"
                .formatted(
                        command, table("outcome", outcomes), table("warning (… stands for names and numbers)", files));
    }

    private static List<Path> examples() throws IOException {
        try (Stream<Path> all = Files.walk(FetFiles.root())) {
            return all.filter(file -> file.toString().endsWith(".fet")).sorted().toList();
        }
    }

    /** Sentences without what differs from file to file, each once. */
    private static Set<String> kinds(List<Fault> faults) {
        Set<String> kinds = new HashSet<>();
        for (Fault fault : faults) {
            kinds.add(fault.message()
                    .replaceFirst(" \\d+ of them are ignored", " it is ignored")
                    .replaceFirst("^(Activity ).*( has no possible)", "$1…$2")
                    .replaceAll("\\([^)]*\\)", "(…)")
                    .replaceAll("\\d+", "…"));
        }
        return kinds;
    }

    private static void count(Map<String, Integer> counts, String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private static Table table(String what, Map<String, Integer> counts) {
        Table table = new Table(what, "files");
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> table.add(entry.getKey(), entry.getValue().toString()));
        return table;
    }
}
