package org.horarium.formats.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.verify.Verifier;
import org.horarium.formats.Fault;
import org.horarium.formats.FormatException;

/** The formats that problems can be read from. */
public final class ProblemFormats {
    static final int HEAD = 8_192;

    private static final List<ProblemFormat> ALL =
            List.of(new CollegeFormat(), StreamFormat.ITC2019, StreamFormat.ITC2007, StreamFormat.FET);

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private ProblemFormats() {}

    /**
     * Reads a problem in the format that its content shows; the file's name does not matter.
     *
     * @throws FormatException with every fault, or if no format is recognised
     */
    public static ProblemFile read(byte[] content) throws IOException {
        String head = new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.UTF_8)
                .replace(BYTE_ORDER_MARK, "")
                .stripLeading();
        for (ProblemFormat format : ALL) {
            if (format.recognises(head)) {
                return format.read(content);
            }
        }
        throw new FormatException(
                "",
                "The format is not recognised. Known are %s."
                        .formatted(ALL.stream().map(ProblemFormat::name).collect(Collectors.joining(", "))));
    }

    /** The words that name the formats, which are also the endings of their files. */
    public static List<String> keys() {
        return ALL.stream().map(ProblemFormat::key).toList();
    }

    /**
     * Writes a problem in a format.
     *
     * @param file the problem, from any format
     * @param key which format, one of {@link #keys()}
     * @return the file, and what it does not say
     * @throws FormatException with everything that every plan must keep and the format cannot say
     */
    public static Converted convert(ProblemFile file, String key) throws IOException {
        List<Fault> lost = new ArrayList<>();
        byte[] content = format(key).write(file, lost);
        return new Converted(content, lost);
    }

    /**
     * Writes a solution of a problem as a solution of the same problem in another format.
     *
     * @param file the problem
     * @param plan its solution
     * @param key which format, one of {@link #keys()}
     * @return the file, and what the problem in that format does not say
     * @throws FormatException if the format cannot say the problem
     */
    public static Converted convertSolution(ProblemFile file, Plan plan, String key) throws IOException {
        Converted problem = convert(file, key);
        ProblemFile target = format(key).read(problem.content());
        Plan renamed = renamed(plan, file.problem(), target.problem());
        Solution solution =
                new Solution(renamed, Verifier.verify(target.problem(), renamed), List.of(), Duration.ZERO, null, 0);
        return new Converted(target.writeSolution(solution), problem.lost());
    }

    /** A format may number events anew; it keeps their order. */
    private static Plan renamed(Plan plan, Problem from, Problem to) {
        Map<String, String> names = new HashMap<>();
        Set<String> known = to.events().stream().map(Event::id).collect(Collectors.toSet());
        for (int i = 0; i < from.events().size(); i++) {
            String id = from.events().get(i).id();
            names.put(id, known.contains(id) ? id : to.events().get(i).id());
        }
        return new Plan(
                plan.placements().stream()
                        .map(item -> new Placement(
                                names.getOrDefault(item.event(), item.event()), item.time(), item.room(), item.staff()))
                        .toList(),
                plan.enrolments());
    }

    private static ProblemFormat format(String key) {
        return ALL.stream()
                .filter(format -> format.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no format (%s).".formatted(key)));
    }

    /**
     * A file in another format.
     *
     * @param content its bytes
     * @param lost what it does not say; empty when it says all
     */
    public record Converted(byte[] content, List<Fault> lost) {
        public Converted {
            lost = List.copyOf(lost);
        }
    }
}
