package org.horarium.formats.itc2019;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.horarium.engine.model.DistributionRule;
import org.horarium.formats.FaultCollector;

/** The types of distribution constraints as the format writes them: {@code SameStart}, {@code MaxBreaks(1,6)}. */
final class Rules {
    private static final Pattern TYPE = Pattern.compile("(\\w+)\\s*(?:\\(([^)]*)\\))?");

    private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

    static {
        plain(new DistributionRule.SameStart());
        plain(new DistributionRule.SameTime());
        plain(new DistributionRule.DifferentTime());
        plain(new DistributionRule.SameDays());
        plain(new DistributionRule.DifferentDays());
        plain(new DistributionRule.SameWeeks());
        plain(new DistributionRule.DifferentWeeks());
        plain(new DistributionRule.Overlap());
        plain(new DistributionRule.NotOverlap());
        plain(new DistributionRule.SameRoom());
        plain(new DistributionRule.DifferentRoom());
        plain(new DistributionRule.SameAttendees());
        plain(new DistributionRule.Precedence());
        KINDS.put("WorkDay", new Kind(1, n -> new DistributionRule.WorkDay(n.get(0))));
        KINDS.put("MinGap", new Kind(1, n -> new DistributionRule.MinGap(n.get(0))));
        KINDS.put("MaxDays", new Kind(1, n -> new DistributionRule.MaxDays(n.get(0))));
        KINDS.put("MaxDayLoad", new Kind(1, n -> new DistributionRule.MaxDayLoad(n.get(0))));
        KINDS.put("MaxBreaks", new Kind(2, n -> new DistributionRule.MaxBreaks(n.get(0), n.get(1))));
        KINDS.put("MaxBlock", new Kind(2, n -> new DistributionRule.MaxBlock(n.get(0), n.get(1))));
    }

    private Rules() {}

    private record Kind(int parameters, Function<List<Integer>, DistributionRule> make) {}

    private static void plain(DistributionRule rule) {
        KINDS.put(rule.getClass().getSimpleName(), new Kind(0, numbers -> rule));
    }

    /** The rule of a type; some rule, and a fault, when there is none. */
    static DistributionRule parse(String type, int line, FaultCollector faults) {
        Matcher matcher = TYPE.matcher(type.strip());
        Kind kind = matcher.matches() ? KINDS.get(matcher.group(1)) : null;
        if (kind == null) {
            faults.add(
                    line,
                    "The distribution type (%s) is unknown; known are %s."
                            .formatted(type, String.join(", ", KINDS.keySet())));
            return new DistributionRule.NotOverlap();
        }
        List<Integer> numbers = new ArrayList<>();
        String parameters = matcher.group(2);
        if (parameters != null && !parameters.isBlank()) {
            for (String parameter : parameters.split(",", -1)) {
                numbers.add(number(parameter.strip()));
            }
        }
        if (numbers.size() != kind.parameters || numbers.contains(-1)) {
            faults.add(
                    line,
                    "The distribution type (%s) needs %d parameters, whole numbers up to 1000000."
                            .formatted(type, kind.parameters));
            return new DistributionRule.NotOverlap();
        }
        return kind.make.apply(numbers);
    }

    /** A number from 0 to a million; -1 for anything else. */
    private static int number(String text) {
        try {
            int number = Integer.parseInt(text);
            return number < 0 || number > 1_000_000 ? -1 : number;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Whether the format has the rule. */
    static boolean known(DistributionRule rule) {
        return KINDS.containsKey(rule.getClass().getSimpleName());
    }

    /** The type of a rule. */
    static String format(DistributionRule rule) {
        String name = rule.getClass().getSimpleName();
        if (rule instanceof DistributionRule.WorkDay workDay) {
            return "%s(%d)".formatted(name, workDay.slots());
        } else if (rule instanceof DistributionRule.MinGap minGap) {
            return "%s(%d)".formatted(name, minGap.slots());
        } else if (rule instanceof DistributionRule.MaxDays maxDays) {
            return "%s(%d)".formatted(name, maxDays.days());
        } else if (rule instanceof DistributionRule.MaxDayLoad maxDayLoad) {
            return "%s(%d)".formatted(name, maxDayLoad.slots());
        } else if (rule instanceof DistributionRule.MaxBreaks maxBreaks) {
            return "%s(%d,%d)".formatted(name, maxBreaks.breaks(), maxBreaks.slots());
        } else if (rule instanceof DistributionRule.MaxBlock maxBlock) {
            return "%s(%d,%d)".formatted(name, maxBlock.length(), maxBlock.slots());
        }
        return name;
    }
}
