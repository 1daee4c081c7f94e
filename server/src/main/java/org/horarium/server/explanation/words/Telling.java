package org.horarium.server.explanation.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.horarium.engine.exact.Rule;
import org.horarium.engine.explain.Conflict;
import org.horarium.engine.explain.Explanation;
import org.horarium.engine.explain.Impossibility;
import org.horarium.engine.explain.Impossibility.Family;
import org.horarium.engine.explain.Relaxation;
import org.horarium.engine.explain.Subject;
import org.horarium.engine.model.Pin;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.TimePattern;
import org.horarium.formats.college.problem.CollegeProblem;
import org.horarium.server.explanation.Findings;
import org.horarium.server.explanation.Findings.Impossible;
import org.horarium.server.explanation.Findings.Reason;
import org.horarium.server.explanation.Findings.Suggestion;
import org.horarium.server.explanation.Phrase;
import org.horarium.server.explanation.RecordLink;
import org.horarium.server.explanation.remedy.Remedies;

/** Says what the engine found about a college. */
public final class Telling {
    private final CollegeProblem college;
    private final Vocabulary names;
    private final RulePhrases rules;
    private final Map<String, Pin> pins = new HashMap<>();

    /** About a college. */
    public Telling(CollegeProblem college) {
        this.college = college;
        this.names = new Vocabulary(college);
        this.rules = new RulePhrases(college, names);
        college.problem().pins().forEach(pin -> pins.put(pin.event(), pin));
    }

    /**
     * All that is known.
     *
     * @param explanation what the engine found
     * @param remedies what suggestions mean for the records
     */
    public Findings findings(Explanation explanation, Remedies remedies) {
        return new Findings(
                impossible(explanation.impossibilities()),
                explanation.conflict().certainty(),
                explanation.conflict().elements().stream().map(this::reason).toList(),
                explanation.relaxations().stream()
                        .map(relaxation -> suggestion(relaxation, remedies))
                        .toList(),
                explanation.notes());
    }

    /** What counting proves. */
    public List<Impossible> impossible(List<Impossibility> found) {
        return found.stream().map(this::impossible).toList();
    }

    private Impossible impossible(Impossibility one) {
        List<String> who = new ArrayList<>();
        List<String> events = new ArrayList<>();
        List<RecordLink> links = new ArrayList<>();
        for (Subject subject : one.subjects()) {
            RecordLink link = names.link(subject);
            switch (subject.kind()) {
                case EVENT, PIN -> events.add(link.name());
                case CONSTRAINT -> {
                    if ("equipment".equals(link.kind())) {
                        who.add(link.name());
                    }
                }
                default -> who.add(link.name());
            }
            boolean known = links.stream()
                    .anyMatch(old -> Objects.equals(old.kind(), link.kind())
                            && old.code().equals(link.code()));
            if (link.kind() != null && !known) {
                links.add(link);
            }
        }
        String alone =
                who.isEmpty() && (one.family() == Family.NO_TIME || one.family() == Family.ROOM_TIME) ? ".alone" : "";
        return new Impossible(
                one.family(),
                Phrase.of(
                        "explanation.finding." + one.family() + alone,
                        Vocabulary.some(who),
                        one.needed(),
                        one.available(),
                        Vocabulary.some(events),
                        Phrase.word("explanation.unit." + unit(one.unit()))),
                Phrase.of("explanation.advice." + one.family()),
                one.message(),
                links);
    }

    private static String unit(String unit) {
        return switch (unit) {
            case "slots", "days", "events", "people", "rooms", "times", "seats" -> unit;
            default -> "other";
        };
    }

    private Reason reason(Conflict.Element element) {
        Rule rule = element.rule();
        RecordLink link = rule.kind() == Rule.Kind.CONSTRAINT && !rule.part().isEmpty()
                ? new RecordLink("personnel", rule.part(), names.person(rule.part()))
                : names.link(element.subject());
        return new Reason(phrase(rule, link), link);
    }

    private Phrase phrase(Rule rule, RecordLink link) {
        String key = "explanation.rule." + rule.kind();
        return switch (rule.kind()) {
            case PIN -> {
                Pin pin = pins.get(rule.id());
                yield pin == null
                        ? Phrase.of("explanation.rule.EVENT", link.name())
                        : Phrase.of(key, link.name(), pinned(pin));
            }
            case PERSON_AWAY, ROOM_AWAY, GROUP_AWAY ->
                Phrase.of(key, link.name(), Phrase.times(names.when(away(rule)), null));
            case CONSTRAINT -> rules.phrase(rule);
            default -> Phrase.of(key, link.name());
        };
    }

    private Phrase.Argument pinned(Pin pin) {
        List<String> more = new ArrayList<>();
        if (pin.room() != null) {
            more.add(names.room(pin.room()));
        }
        pin.staff().stream().map(StaffAssignment::person).map(names::person).forEach(more::add);
        return Phrase.times(
                pin.time() == null ? List.of() : names.when(pin.time()),
                more.isEmpty() ? null : String.join(", ", more));
    }

    private TimePattern away(Rule rule) {
        int index = Integer.parseInt(rule.part());
        return switch (rule.kind()) {
            case PERSON_AWAY ->
                college.problem().people().stream()
                        .filter(person -> person.id().equals(rule.id()))
                        .findFirst()
                        .orElseThrow()
                        .unavailable()
                        .get(index);
            case ROOM_AWAY ->
                college.problem().rooms().stream()
                        .filter(room -> room.id().equals(rule.id()))
                        .findFirst()
                        .orElseThrow()
                        .unavailable()
                        .get(index);
            default ->
                college.problem().groups().stream()
                        .filter(group -> group.id().equals(rule.id()))
                        .findFirst()
                        .orElseThrow()
                        .unavailable()
                        .get(index);
        };
    }

    private Suggestion suggestion(Relaxation relaxation, Remedies remedies) {
        StepPhrases steps = new StepPhrases(names, rules);
        return new Suggestion(
                relaxation.steps().stream().map(steps::of).toList(),
                relaxation.cost(),
                relaxation.check() == Relaxation.Check.SOLVED,
                remedies.edits(relaxation));
    }
}
